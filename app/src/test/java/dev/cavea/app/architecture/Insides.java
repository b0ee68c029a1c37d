package dev.cavea.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** A package {@code x.internal} and what lies below it is used by {@code x} alone. */
final class Insides {

    private static final String INTERNAL = ".internal.";

    private Insides() {}

    static ArchRule rule() {
        return classes()
                .that()
                .resideInAPackage("dev.cavea..")
                .should(keepOutOfOthersInsides())
                .because("a module's root package is its published API");
    }

    /** What is published names nothing that is not: else others can use it and not name it. */
    static ArchRule signatures() {
        return classes()
                .that()
                .resideInAPackage("dev.cavea..")
                .and()
                .resideOutsideOfPackage("..internal..")
                .and()
                .arePublic()
                .should(keepInsidesOutOfItsSignatures())
                .because("a published signature is made of published types");
    }

    private static ArchCondition<JavaClass> keepOutOfOthersInsides() {
        return new ArchCondition<>("keep out of other modules' insides") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                for (Dependency use : user.getDirectDependenciesFromSelf()) {
                    boolean foreign =
                            owner(use.getTargetClass())
                                    .filter(owner -> !name(user).startsWith(owner))
                                    .isPresent();
                    if (foreign) {
                        events.add(SimpleConditionEvent.violated(user, use.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> keepInsidesOutOfItsSignatures() {
        return new ArchCondition<>("keep insides out of its signatures") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream<JavaType> above =
                        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
                above.filter(one -> givesAway(one.getAllInvolvedRawTypes()))
                        .map(one -> type.getName() + " is a " + one.getName())
                        .forEach(tell -> events.add(SimpleConditionEvent.violated(type, tell)));
                type.getMembers().stream()
                        .filter(Insides::isPublished)
                        .filter(member -> givesAway(member.getAllInvolvedRawTypes()))
                        .map(JavaMember::getFullName)
                        .forEach(tell -> events.add(SimpleConditionEvent.violated(type, tell)));
            }
        };
    }

    private static boolean isPublished(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static boolean givesAway(Collection<JavaClass> types) {
        return types.stream().anyMatch(type -> owner(type).isPresent());
    }

    /** The package, with a dot behind it, whose inside a type is. */
    private static Optional<String> owner(JavaClass type) {
        String name = name(type);
        int internal = name.indexOf(INTERNAL);
        return internal < 0 || !name.startsWith("dev.cavea.")
                ? Optional.empty()
                : Optional.of(name.substring(0, internal + 1));
    }

    private static String name(JavaClass type) {
        return type.getPackageName() + ".";
    }
}
