package dev.cavea.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import dev.cavea.platform.edge.NotKept;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what is shipped to the rules, and the rules to classes that break them. */
final class ArchitectureTest {

    private static final JavaClasses SHIPPED = shipped();

    private static JavaClasses shipped() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("dev/cavea/platform/testing/"))
                .importPackages("dev.cavea");
    }

    /** The class in the tests that breaks a rule, by the folder that bears the rule's name. */
    private static JavaClasses brokenBy(String rule) {
        String folder = "/broken/" + rule.toLowerCase(Locale.ROOT) + "/";
        return new ClassFileImporter()
                .withImportOption(location -> location.contains(folder))
                .importPackages("dev.cavea");
    }

    @Test
    void seesEveryPart() {
        assertThat(SHIPPED)
                .extracting(type -> type.getPackageName())
                .contains(
                        "dev.cavea.ledger.core",
                        "dev.cavea.ledger.wire",
                        "dev.cavea.ledger.raft",
                        "dev.cavea.ledger.client",
                        "dev.cavea.platform.booking",
                        "dev.cavea.platform.live");
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheBoundary(Boundary boundary) {
        boundary.rule().check(SHIPPED);
    }

    @ParameterizedTest
    @EnumSource
    void catchesTheClassThatBreaksTheBoundary(Boundary boundary) {
        assertThat(boundary.rule().evaluate(brokenBy(boundary.name())).hasViolation()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void namesOnlyPackagesThatAreThere(Boundary boundary) {
        assertThat(boundary.ownPackages())
                .allSatisfy(name -> assertThat(SHIPPED.containPackage(name)).as(name).isTrue());
    }

    @Test
    void leavesAModulesInsideToItself() {
        Insides.rule().check(SHIPPED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"insides", "insides_of_a_namesake"})
    void catchesTheClassThatReachesIntoAnotherModule(String broken) {
        assertThat(Insides.rule().evaluate(brokenBy(broken)).hasViolation()).isTrue();
    }

    @Test
    void publishesNoInsides() {
        Insides.signatures().check(SHIPPED);
    }

    @Test
    void catchesTheClassThatPublishesItsInsides() {
        EvaluationResult result = Insides.signatures().evaluate(brokenBy("signatures"));
        assertThat(result.getFailureReport().getDetails()).hasSize(3);
    }

    @Test
    void knowsWhomEveryRouteLetsIn() {
        DeclaredAccess.rules().forEach(rule -> rule.check(SHIPPED));
    }

    @Test
    void catchesRoutesThatDoNotSayWhomTheyLetIn() {
        assertThat(DeclaredAccess.rules())
                .allMatch(rule -> rule.evaluate(brokenBy("declared_access")).hasViolation());
    }

    @Test
    void keepsTheAnswersOfAllPostsButThese() {
        assertThat(
                        SHIPPED.stream()
                                .flatMap(type -> type.getMethods().stream())
                                .filter(method -> method.isAnnotatedWith(NotKept.class))
                                .map(
                                        method ->
                                                method.getOwner().getSimpleName()
                                                        + "."
                                                        + method.getName()))
                .containsExactlyInAnyOrder(
                        "AuthResource.guest",
                        "AuthResource.changePassword",
                        "PlansResource.create",
                        "SandboxPage.decide",
                        "WebhookResource.take");
    }
}
