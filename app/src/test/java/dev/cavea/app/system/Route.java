package dev.cavea.app.system;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.RawRoute;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A route as the code declares it.
 *
 * @param verb in lower case, as OpenAPI writes it
 * @param path with names in braces
 * @param access null for one that does not say whom it lets in
 */
record Route(String verb, String path, @Nullable Access access) {

    /** All that are shipped. */
    static List<Route> all() {
        List<Route> all = new ArrayList<>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.cavea")
                .forEach(
                        type -> {
                            all.addAll(endpoints(type));
                            type.tryGetAnnotationOfType(RawRoute.At.class)
                                    .ifPresent(at -> all.add(raw(type, at)));
                        });
        return all;
    }

    boolean isPublic() {
        return access != null && access.value() == Access.Level.PUBLIC;
    }

    boolean isForOwners() {
        return access != null && access.value() == Access.Level.OWNER;
    }

    /** Whether the key of a letter's link is as good as a token. */
    boolean takesKey() {
        return access != null && access.orKey();
    }

    boolean letsIn(String role) {
        List<String> roles = access == null ? List.of() : List.of(access.roles());
        return roles.isEmpty() || role.equals("admin") || roles.contains(role);
    }

    boolean needsRole() {
        return access != null && access.roles().length > 0;
    }

    String name() {
        return verb + " " + path;
    }

    private static Route raw(JavaClass type, RawRoute.At at) {
        return new Route(
                at.method().toLowerCase(Locale.ROOT),
                at.path(),
                type.tryGetAnnotationOfType(Access.class).orElse(null));
    }

    private static List<Route> endpoints(JavaClass type) {
        List<Route> found = new ArrayList<>();
        if (type.isAnnotatedWith(Path.class)) {
            String base = type.getAnnotationOfType(Path.class).value();
            for (JavaMethod method : type.getMethods()) {
                String end = method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
                for (JavaAnnotation<?> annotation : method.getAnnotations()) {
                    JavaClass verb = annotation.getRawType();
                    if (verb.isAnnotatedWith(HttpMethod.class)) {
                        found.add(
                                new Route(
                                        verb.getSimpleName().toLowerCase(Locale.ROOT),
                                        joined(base, end),
                                        method.tryGetAnnotationOfType(Access.class).orElse(null)));
                    }
                }
            }
        }
        return found;
    }

    private static String joined(String base, String end) {
        String path = ("/" + base + "/" + end).replaceAll("/+", "/");
        String plain = path.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
        return plain.length() > 1 && plain.endsWith("/")
                ? plain.substring(0, plain.length() - 1)
                : plain;
    }
}
