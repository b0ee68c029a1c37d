package dev.cavea.ledger.core.purity;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.cavea.ledger.core.purity.broken.Breaks;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PurityTest {

    private static final JavaClasses CORE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.cavea.ledger.core");

    private static final JavaClasses BROKEN =
            new ClassFileImporter().importPackagesOf(Breaks.class);

    static Set<String> rules() {
        return PurityRules.ALL.keySet();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theCoreKeeps(String rule) {
        assertThat(CORE).isNotEmpty();
        PurityRules.ALL.get(rule).check(CORE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theClassThatBreaksItIsCaught(String rule) {
        JavaClasses breaking = BROKEN.that(isNamed(rule));
        assertThat(breaking).as("a class that breaks " + rule).hasSize(1);

        assertThat(PurityRules.ALL.get(rule).evaluate(breaking).hasViolation()).isTrue();
    }

    @Test
    void everyBreakingClassHasItsRule() {
        Set<String> names =
                BROKEN.stream()
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.equals("Breaks") && !name.equals("package-info"))
                        .collect(Collectors.toSet());

        assertThat(names).isEqualTo(PurityRules.ALL.keySet());
    }

    private static DescribedPredicate<JavaClass> isNamed(String name) {
        return DescribedPredicate.describe(name, c -> c.getSimpleName().equals(name));
    }
}
