package dev.cavea.app;

import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.RawRoute;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** Whom every route lets in, read from the annotations in the code. */
final class DeclaredRoutes {

    private static final List<Class<? extends Annotation>> VERBS =
            List.of(GET.class, POST.class, PUT.class, DELETE.class, PATCH.class);

    private final Map<String, Entry> entries = new HashMap<>();

    DeclaredRoutes(IndexView index) {
        for (AnnotationInstance access : index.getAnnotations(Access.class)) {
            AnnotationTarget target = access.target();
            if (target.kind() == AnnotationTarget.Kind.METHOD) {
                addEndpoint(target.asMethod(), access);
            } else if (target.asClass().declaredAnnotation(RawRoute.At.class) != null) {
                AnnotationInstance at = target.asClass().declaredAnnotation(RawRoute.At.class);
                add(at.value("method").asString(), at.value("path").asString(), access);
            }
        }
    }

    /** Whom a route lets in. */
    record Entry(Access.Level level, List<String> roles) {}

    /**
     * @throws IllegalStateException for a route that does not say so: it must not be built
     */
    Entry of(String verb, String path) {
        Entry entry = entries.get(verb + " " + path);
        if (entry == null) {
            throw new IllegalStateException(
                    verb + " " + path + " does not declare with @Access whom it lets in");
        }
        return entry;
    }

    private void addEndpoint(MethodInfo method, AnnotationInstance access) {
        String base = path(method.declaringClass().declaredAnnotation(Path.class));
        String end = path(method.annotation(Path.class));
        for (Class<? extends Annotation> verb : VERBS) {
            if (method.hasAnnotation(verb)) {
                add(verb.getSimpleName(), joined(base, end), access);
            }
        }
    }

    private void add(String verb, String path, AnnotationInstance access) {
        List<String> roles =
                access.value("roles") == null
                        ? List.of()
                        : List.of(access.value("roles").asStringArray());
        Access.Level level = Access.Level.valueOf(access.value().asEnum());
        entries.put(verb + " " + path, new Entry(level, roles));
    }

    private static String path(@Nullable AnnotationInstance path) {
        return path == null ? "" : path.value().asString();
    }

    private static String joined(String base, String end) {
        String path = ("/" + base + "/" + end).replaceAll("/+", "/");
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
