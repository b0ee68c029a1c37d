package dev.cavea.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.cavea.platform.storage.QuietJdbi;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** No failed statement shows its arguments in a log. */
final class QuietSqlTest {

    @Test
    void everyJdbiIsAQuietOne() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(QuietJdbi.class)
                .should()
                .accessTargetWhere(
                        JavaAccess.Predicates.target(
                                AccessTarget.Predicates.declaredIn(Jdbi.class).and(nameOfCreate())))
                .because("by default its exceptions carry what was bound")
                .check(
                        new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("dev.cavea"));
    }

    private static com.tngtech.archunit.base.DescribedPredicate<AccessTarget> nameOfCreate() {
        return com.tngtech.archunit.base.DescribedPredicate.describe(
                "create", target -> target.getName().equals("create"));
    }
}
