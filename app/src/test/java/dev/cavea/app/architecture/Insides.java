package dev.cavea.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A package {@code x.internal} and what lies below it is used by {@code x} alone. */
final class Insides {

    private static final String INTERNAL = ".internal";

    private Insides() {}

    static ArchRule rule() {
        return classes()
                .that()
                .resideInAPackage("dev.cavea..")
                .should(keepOutOfOthersInsides())
                .because("a module's root package is its published API");
    }

    private static ArchCondition<JavaClass> keepOutOfOthersInsides() {
        return new ArchCondition<>("keep out of other modules' insides") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                for (Dependency use : user.getDirectDependenciesFromSelf()) {
                    String used = use.getTargetClass().getPackageName();
                    int internal = used.indexOf(INTERNAL);
                    if (internal >= 0
                            && !user.getPackageName().startsWith(used.substring(0, internal))) {
                        events.add(SimpleConditionEvent.violated(user, use.getDescription()));
                    }
                }
            }
        };
    }
}
