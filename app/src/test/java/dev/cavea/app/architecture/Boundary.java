package dev.cavea.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a part must not know. The table of ARCHITECTURE.md as rules: each names the part, what is
 * closed to it, and what would go wrong.
 */
@SuppressWarnings("ImmutableEnumChecker") // List.of is immutable.
enum Boundary {
    LEDGER_KNOWS_NOT_WHAT_SURROUNDS_IT(
            "dev.cavea.ledger",
            "a rule of a sale must be readable, and testable, without the platform",
            "dev.cavea.platform",
            "dev.cavea.app",
            "dev.cavea.demo"),
    LEDGER_SPEAKS_NEITHER_HTTP_NOR_SQL(
            "dev.cavea.ledger",
            "the ledger is carried by a log, not by a web server or a database",
            "java.sql",
            "javax.sql",
            "jakarta.ws.rs",
            "io.vertx"),
    WIRE_KNOWS_NO_ENGINE(
            "dev.cavea.ledger.wire",
            "bytes outlive the engine that carries them",
            "org.apache.ratis",
            "dev.cavea.ledger.raft",
            "dev.cavea.ledger.client"),
    CLIENT_GOES_OVER_THE_WIRE(
            "dev.cavea.ledger.client",
            "a client that reaches into a member works in one JVM only",
            "dev.cavea.ledger.raft"),
    PLATFORM_SEES_COMMANDS_AND_EVENTS_ONLY(
            "dev.cavea.platform",
            "the engine must be replaceable behind submit and follow",
            "dev.cavea.ledger.raft",
            "dev.cavea.ledger.wire",
            "org.apache.ratis"),
    KERNEL_KNOWS_NOTHING(
            "dev.cavea.platform.kernel",
            "all stand on it",
            "dev.cavea.ledger",
            "dev.cavea.platform.storage",
            "dev.cavea.platform.edge",
            "dev.cavea.platform.accounts",
            "dev.cavea.platform.catalogue"),
    STORAGE_KNOWS_NO_MODULE(
            "dev.cavea.platform.storage",
            "a module owns its tables alone",
            "dev.cavea.ledger",
            "dev.cavea.platform.accounts",
            "dev.cavea.platform.catalogue",
            "dev.cavea.platform.booking"),
    EDGE_HAS_NO_RULE(
            "dev.cavea.platform.edge",
            "what every endpoint needs must not depend on what one of them decides",
            "dev.cavea.ledger",
            "dev.cavea.platform.accounts",
            "dev.cavea.platform.catalogue",
            "dev.cavea.platform.booking"),
    ACCOUNTS_KNOW_NO_SEATS(
            "dev.cavea.platform.accounts",
            "a person is the same whatever is sold",
            "dev.cavea.ledger",
            "dev.cavea.platform.catalogue",
            "dev.cavea.platform.booking",
            "dev.cavea.platform.tickets"),
    FEED_KNOWS_NO_MODULE(
            "dev.cavea.platform.feed",
            "whoever follows the feed brings what it does with it",
            "dev.cavea.platform.storage",
            "dev.cavea.platform.edge",
            "dev.cavea.platform.catalogue",
            "dev.cavea.platform.booking"),
    CHORES_KNOW_NO_MODULE(
            "dev.cavea.platform.chores",
            "a module brings its chores, and they are done whatever they are",
            "dev.cavea.ledger",
            "dev.cavea.platform.accounts",
            "dev.cavea.platform.catalogue",
            "dev.cavea.platform.booking"),
    AUDIT_KNOWS_NO_MODULE(
            "dev.cavea.platform.audit",
            "every module notes what is done in it, the accounts as well",
            "dev.cavea.ledger",
            "dev.cavea.platform.accounts",
            "dev.cavea.platform.catalogue",
            "dev.cavea.platform.booking"),
    GUARD_KNOWS_NO_PRICES(
            "dev.cavea.platform.guard",
            "a limit that depends on what is bought could be bought",
            "dev.cavea.ledger",
            "dev.cavea.platform.catalogue",
            "dev.cavea.platform.booking"),
    CATALOGUE_KNOWS_NO_OWNERS(
            "dev.cavea.platform.catalogue",
            "who owns a seat is the ledger's answer and nobody's copy",
            "dev.cavea.platform.booking",
            "dev.cavea.platform.payments",
            "dev.cavea.platform.tickets",
            "dev.cavea.platform.live"),
    PAYMENTS_KNOW_NO_SEATS(
            "dev.cavea.platform.payments",
            "a provider moves money for an order, whatever it is for",
            "dev.cavea.ledger",
            "dev.cavea.platform.catalogue",
            "dev.cavea.platform.tickets",
            "dev.cavea.platform.booking"),
    TICKETS_KNOW_NO_PAYMENTS(
            "dev.cavea.platform.tickets",
            "a ticket is good because it was issued, not because of how it was paid",
            "dev.cavea.platform.payments",
            "dev.cavea.platform.booking"),
    LIVE_KNOWS_NO_BUSINESS_RULE(
            "dev.cavea.platform.live",
            "a map shows what the feed says",
            "dev.cavea.platform.booking",
            "dev.cavea.platform.payments",
            "dev.cavea.platform.tickets");

    private final String part;
    private final String because;
    private final List<String> closed;

    Boundary(String part, String because, String... closed) {
        this.part = part;
        this.because = because;
        this.closed = List.of(closed);
    }

    ArchRule rule() {
        String[] packages = closed.stream().map(name -> name + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(part + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .because(because);
    }

    /** Those of ours that it speaks of. */
    List<String> ownPackages() {
        return Stream.concat(Stream.of(part), closed.stream())
                .filter(name -> name.startsWith("dev.cavea."))
                .toList();
    }
}
