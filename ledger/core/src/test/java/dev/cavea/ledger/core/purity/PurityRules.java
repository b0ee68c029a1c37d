package dev.cavea.ledger.core.purity;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;

/** What must not be in the core, each with its reason: otherwise two members would diverge. */
final class PurityRules {

    private static final Set<String> TELLING_THE_TIME =
            Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "identityHashCode");

    private static final DescribedPredicate<JavaClass> FLOATING =
            describe(
                    "floating point",
                    c ->
                            Set.of("float", "double", "java.lang.Float", "java.lang.Double")
                                    .contains(c.getName()));

    private static final DescribedPredicate<JavaClass> HASH_TABLE =
            describe(
                    "a hash table of java.util",
                    c ->
                            c.getPackageName().equals("java.util")
                                    && Set.of(
                                                    "HashMap",
                                                    "HashSet",
                                                    "LinkedHashMap",
                                                    "LinkedHashSet",
                                                    "IdentityHashMap",
                                                    "WeakHashMap",
                                                    "Hashtable",
                                                    "Properties")
                                            .contains(c.getSimpleName()));

    private static final DescribedPredicate<JavaMethodCall> OF_THE_MACHINE =
            describe(
                    "time, environment or identity of the machine",
                    call ->
                            call.getTargetOwner().isEquivalentTo(System.class)
                                    && TELLING_THE_TIME.contains(call.getName()));

    private static final DescribedPredicate<JavaMethod> FLOATING_SIGNATURE =
            describe(
                    "floating point in the signature",
                    m ->
                            FLOATING.test(m.getRawReturnType())
                                    || m.getRawParameterTypes().stream().anyMatch(FLOATING));

    static final Map<String, ArchRule> ALL =
            Map.ofEntries(
                    rule("Clock", noDependencyOn("java.time..")),
                    rule(
                            "Chance",
                            noClasses()
                                    .should()
                                    .dependOnClassesThat(
                                            assignableTo("java.util.random.RandomGenerator")
                                                    .or(type(java.util.UUID.class)))
                                    .orShould()
                                    .callMethod(Math.class, "random")
                                    .because("chance differs from member to member")),
                    rule(
                            "Concurrency",
                            noClasses()
                                    .should()
                                    .dependOnClassesThat(
                                            resideInAnyPackage("java.util.concurrent..")
                                                    .or(type(Thread.class))
                                                    .or(type(ThreadLocal.class)))
                                    .because("one thread owns the ledger")),
                    rule("Disk", noDependencyOn("java.io..", "java.nio..")),
                    rule("Network", noDependencyOn("java.net..", "javax.net..")),
                    rule("Database", noDependencyOn("java.sql..", "javax.sql..")),
                    rule("Logger", noDependencyOn("java.util.logging..", "org.slf4j..")),
                    rule(
                            "Machine",
                            noClasses()
                                    .should()
                                    .callMethodWhere(OF_THE_MACHINE)
                                    .because("log time is the only time")),
                    rule(
                            "HashOrder",
                            noClasses()
                                    .should()
                                    .dependOnClassesThat(HASH_TABLE)
                                    .because("their order must not show in what comes out")),
                    rule(
                            "FloatingField",
                            noFields()
                                    .should()
                                    .haveRawType(FLOATING)
                                    .because("rounding hides what was counted")),
                    rule(
                            "FloatingMethod",
                            noMethods()
                                    .should(have(FLOATING_SIGNATURE))
                                    .because("rounding hides what was counted")),
                    rule(
                            "OtherParts",
                            noDependencyOn(
                                    "dev.cavea.ledger.wire..",
                                    "dev.cavea.ledger.raft..",
                                    "dev.cavea.ledger.client..",
                                    "dev.cavea.platform..",
                                    "org.apache.ratis..",
                                    "com.fasterxml..")));

    private PurityRules() {}

    private static Map.Entry<String, ArchRule> rule(String name, ArchRule rule) {
        return Map.entry(name, rule);
    }

    private static ArchRule noDependencyOn(String... packages) {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .because("the core reads nothing but its log");
    }
}
