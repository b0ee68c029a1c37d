package dev.cavea.platform.catalogue.internal.events;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cavea.ledger.client.LedgerClient;
import dev.cavea.ledger.client.LedgerUnavailable;
import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.Rejection;
import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.command.OpenHouse;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.platform.audit.AuditRecord;
import dev.cavea.platform.audit.AuditSearch;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.edge.KeyedRequest;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.edge.Problems.FieldError;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Money;
import dev.cavea.platform.testing.TestLedger;
import dev.cavea.platform.testing.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class OrganisingTest {

    /** Word for word what the outer contract calls the shortest path to a sale. */
    private static final String SHORTEST =
            "{'name': 'An evening', 'startsAt': '%s', 'plan': {'generate': {'kind': 'grid',"
                    + " 'rows': 10, 'seatsPerRow': 10}}, 'prices': [{'zone': '*', 'amountMinor':"
                    + " 5000, 'currency': 'EUR'}], 'publish': true}";

    private static DataSource source;
    private static TestLedger ledger;
    private Desk desk;

    @BeforeAll
    static void start() {
        source = TestPostgres.freshDatabase("audit", "catalogue");
        ledger = TestLedger.start();
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @BeforeEach
    void sitDown() {
        desk = new Desk(source, ledger.client());
    }

    private String soon() {
        return desk.clock.instant().plus(Duration.ofDays(30)).toString();
    }

    private EventRow published() {
        return desk.create(SHORTEST.formatted(soon()));
    }

    private Answer hold(EventRow event, String seat) {
        return desk.hold(ledger.client(), event, seat);
    }

    private static Problem refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Problem.class, call);
    }

    @SuppressWarnings("unchecked")
    private static List<String> places(Problem problem) {
        var errors = (List<FieldError>) problem.document().get("errors");
        return errors.stream().map(FieldError::field).toList();
    }

    @Test
    void sellsAtOnceWhatTheShortestPathPublishes() {
        EventRow event = published();
        assertThat(event.status()).isEqualTo(Status.PUBLISHED);
        assertThat(hold(event, "A-1-1")).isInstanceOf(Answer.Held.class);
        assertThat(hold(event, "A-10-10")).isInstanceOf(Answer.Held.class);
        EventOnSale onSale = desk.events.onSale(event.id());
        assertThat(onSale.plan().seatCount()).isEqualTo(100);
        assertThat(onSale.priceWithFees(0)).isEqualTo(new Money(5000, "EUR"));
        assertThat(onSale.organiser()).isEqualTo(7);
    }

    @Test
    void aRequestWhoseAnswerACrashTookMakesNoSecondEvent() {
        UUID key = KeyedRequest.derivedId("7", "events", "autumn");
        EventBody body = Desk.body(Desk.json(SHORTEST.formatted(soon())));
        Organising.Outcome first = desk.organising.create(Desk.ORGANISER, body, key);
        assertThat(desk.organising.create(Desk.ORGANISER, body, key)).isEqualTo(first);
        UUID other = KeyedRequest.derivedId("7", "events", "winter");
        assertThat(desk.organising.create(Desk.ORGANISER, body, other).row().id())
                .isGreaterThan(first.row().id());
    }

    @Test
    void takesTheRulesOfTheContractUnlessTold() {
        Rules rules = desk.events.onSale(published().id()).rules();
        assertThat(rules.maxSeatsPerBuyer()).isEqualTo(10);
        assertThat(rules.maxSeatsPerHold()).isEqualTo(50);
        assertThat(rules.holdMillis()).isEqualTo(600_000);
        assertThat(rules.refuseOrphans()).isFalse();
        assertThat(rules.windows()).hasSize(1);
        assertThat(rules.windows().getFirst().opensAtMillis()).isZero();
    }

    @Test
    void keepsADraftToItself() {
        EventRow draft = desk.create("{'name': 'Later', 'startsAt': '%s'}".formatted(soon()));
        assertThat(draft.status()).isEqualTo(Status.DRAFT);
        assertThat(desk.events.onSale(draft.id())).isNull();
        assertThat(desk.events.allOnSale()).extracting(EventOnSale::id).doesNotContain(draft.id());
    }

    @Test
    void publishesADraftOnceItIsWhole() {
        EventRow draft = desk.create("{'name': 'Later', 'startsAt': '%s'}".formatted(soon()));
        Problem problem = refusal(() -> desk.change(draft, "{'publish': true}"));
        assertThat(places(problem)).containsExactly("plan");
        desk.change(draft, "{'plan': {'generate': {'kind': 'theatre', 'seats': 200}}}");
        problem = refusal(() -> desk.change(draft, "{'publish': true}"));
        assertThat(places(problem)).containsExactly("prices");
        EventRow event =
                desk.change(
                        draft,
                        "{'prices': [{'zone': '*', 'amountMinor': 1000, 'currency': 'CHF'},"
                                + " {'zone': 'Category 1', 'amountMinor': 9000, 'feeMinor': 50,"
                                + " 'currency': 'CHF'}], 'publish': true}");
        assertThat(event.status()).isEqualTo(Status.PUBLISHED);
        assertThat(event.priceFrom()).isEqualTo(1000);
        EventOnSale onSale = desk.events.onSale(event.id());
        assertThat(onSale.priceWithFees(0)).isEqualTo(new Money(9050, "CHF"));
        assertThat(hold(event, "STALLS-A-1")).isInstanceOf(Answer.Held.class);
    }

    @Test
    void opensAStadiumOfTwoHundredThousand() {
        EventRow event =
                desk.create(
                        ("{'name': 'Everybody', 'startsAt': '%s', 'plan': {'generate': {'kind':"
                                        + " 'stadium', 'seats': 200000}}, 'prices': [{'zone': '*',"
                                        + " 'amountMinor': 0, 'currency': 'USD'}],"
                                        + " 'publish': true}")
                                .formatted(soon()));
        assertThat(event.status()).isEqualTo(Status.PUBLISHED);
        assertThat(hold(event, "401-1-1")).isInstanceOf(Answer.Held.class);
    }

    @Test
    void namesAPlanThatIsKnownInsteadOfDrawingIt() {
        EventRow first = published();
        String body =
                "{'name': 'Again', 'startsAt': '%s', 'plan': {'id': '%s'}, 'prices': [{'zone':"
                        + " 'Standard', 'amountMinor': 1, 'currency': 'EUR'}], 'publish': true}";
        EventRow second = desk.create(body.formatted(soon(), first.plan()));
        assertThat(desk.events.onSale(second.id()).plan())
                .isSameAs(desk.events.onSale(first.id()).plan());
        Problem problem = refusal(() -> desk.create(body.formatted(soon(), "nonsense")));
        assertThat(places(problem)).contains("plan.id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'name': ''                                            | name",
                "'name': 7                                             | name",
                "'startsAt': '2020-01-01T00:00:00Z'                    | startsAt",
                "'startsAt': 'tomorrow'                                | startsAt",
                "'prices': [{'zone': 'Box', 'amountMinor': 1, 'currency': 'EUR'}] | prices[0].zone",
                "'prices': [{'zone': '*', 'amountMinor': -1, 'currency': 'EUR'}]"
                        + " | prices[0].amountMinor",
                "'prices': [{'zone': '*', 'amountMinor': 1.5, 'currency': 'EUR'}]"
                        + " | prices[0].amountMinor",
                "'prices': [{'zone': '*', 'amountMinor': 1, 'currency': 'EURO'}]"
                        + " | prices[0].currency",
                "'prices': [{'zone': '*', 'amountMinor': 1, 'currency': 'EUR'}, {'zone':"
                        + " 'Standard', 'amountMinor': 1, 'currency': 'USD'}] | prices[1].currency",
                "'prices': [{'zone': '*', 'amountMinor': 1, 'currency': 'XXX'}]"
                        + " | prices[0].currency",
                "'prices': [{'zone': '*', 'amountMinor': 1, 'currency': 'HRK'}]"
                        + " | prices[0].currency",
                "'name': 'A\\u0007B'                                   | name",
                "'name': 'A\\u202eB'                                   | name",
                "'description': 'A\\u0007B'                            | description",
                "'prices': []                                          | prices",
                "'rules': {'orphanSeats': 'maybe'}                     | rules.orphanSeats",
                "'rules': {'holdSeconds': 0}                           | rules.holdSeconds",
                "'rules': {'maxSeatsPerBuyer': 0}                      | rules.maxSeatsPerBuyer",
                "'rules': {'maxSeatsHeldPerNetwork': -1} | rules.maxSeatsHeldPerNetwork",
                "'rules': {'onSaleAt': '2150-01-01T00:00:00Z'}         | rules.onSaleAt",
                "'rules': {'maxSeats': 4}                              | rules.maxSeats",
                "'venueId': 'nowhere'                                  | venue.id",
                "'publsh': true                                        | publsh",
            })
    void refusesWhatCannotBeAndSaysWhere(String member, String field) {
        String good = SHORTEST.formatted(soon());
        String name = member.substring(0, member.indexOf(':'));
        String rest = good.replaceFirst("\\{" + name + ": ('[^']*'|\\[.*?]), ", "{");
        rest = rest.replaceFirst(", " + name + ": ('[^']*'|\\[.*?\\])", "");
        String body = "{" + member + ", " + rest.substring(1);
        Problem problem = refusal(() -> desk.create(body));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.slug()).isEqualTo("invalid-field");
        assertThat(places(problem)).contains(field);
    }

    @Test
    void refusesATextThatTheDatabaseCannotHold() {
        for (String member :
                List.of(
                        "'name': 'A\\u0000'",
                        "'name': '\\ud83d'",
                        "'plan': {'id': '\\u0000'}",
                        "'more': [{'x\\u0000': 1}]")) {
            Problem problem = refusal(() -> desk.create("{" + member + "}"));
            assertThat(problem.slug()).isEqualTo("invalid-field");
        }
    }

    @Test
    void keepsTheParagraphsOfADescription() {
        String about = "'description': ' First paragraph.\\r\\n\\n\\tSecond 🎭', ";
        EventRow event = desk.create("{" + about + SHORTEST.formatted(soon()).substring(1));
        assertThat(event.about().description()).isEqualTo("First paragraph.\n\n\tSecond 🎭");
    }

    @Test
    void tellsAllMistakesAtOnce() {
        Problem problem =
                refusal(
                        () ->
                                desk.create(
                                        "{'startsAt': 'x', 'publish': true,"
                                                + " 'rules': {'holdSeconds': -1}}"));
        assertThat(places(problem)).contains("name", "startsAt", "plan", "rules.holdSeconds");
    }

    @Test
    void leavesNothingBehindOfARefusedEvent() {
        int before = desk.rows.list(null, Long.MAX_VALUE, 1_000).size();
        refusal(() -> desk.create(SHORTEST.formatted("2001-01-01T00:00:00Z")));
        assertThat(desk.rows.list(null, Long.MAX_VALUE, 1_000)).hasSize(before);
    }

    @Test
    void letsOnlyItsOrganiserAndAdministratorsChangeAnEvent() {
        String id = Ids.text(published().id());
        Problem problem =
                refusal(
                        () ->
                                desk.organising.change(
                                        Desk.STRANGER, id, Desk.body(Desk.json("{}"))));
        assertThat(problem.status()).isEqualTo(403);
        assertThat(desk.organising.owned(Desk.ADMIN, id).about().name()).isEqualTo("An evening");
        assertThat(refusal(() -> desk.organising.owned(Desk.ADMIN, "nobody")).slug())
                .isEqualTo("unknown-event");
    }

    @Test
    void bringsOtherRulesToTheLedger() {
        EventRow event = published();
        String later = desk.clock.instant().plus(Duration.ofDays(2)).toString();
        desk.change(event, "{'rules': {'onSaleAt': '" + later + "'}}");
        assertThat(hold(event, "A-1-1"))
                .isEqualTo(new Answer.Rejected(Rejection.SALE_NOT_OPEN, Seats.NONE));
        desk.change(event, "{'rules': {'onSaleAt': null}}");
        assertThat(hold(event, "A-1-1")).isInstanceOf(Answer.Held.class);
    }

    @Test
    void keepsWhatAChangeDoesNotName() {
        EventRow event = published();
        EventRow changed = desk.change(event, "{'name': 'Another evening'}");
        assertThat(changed.about().startsAt()).isEqualTo(event.about().startsAt());
        assertThat(changed.sale()).isEqualTo(event.sale());
        assertThat(desk.events.onSale(event.id()).name()).isEqualTo("Another evening");
    }

    @Test
    void refusesAnotherPlanForAPublishedEvent() {
        EventRow event = published();
        Problem problem =
                refusal(
                        () ->
                                desk.change(
                                        event,
                                        "{'plan': {'generate': {'kind': 'grid', 'rows': 2,"
                                                + " 'seatsPerRow': 2}}}"));
        assertThat(problem.slug()).isEqualTo("plan-fixed");
    }

    @Test
    void removesADraftAndCancelsWhatWasPublished() {
        EventRow draft = desk.create("{'name': 'Never', 'startsAt': '%s'}".formatted(soon()));
        desk.organising.end(Desk.ORGANISER, Ids.text(draft.id()));
        assertThat(desk.rows.find(draft.id())).isEmpty();
        EventRow event = published();
        desk.organising.end(Desk.ORGANISER, Ids.text(event.id()));
        assertThat(desk.rows.find(event.id()).orElseThrow().status()).isEqualTo(Status.CANCELLED);
        assertThat(hold(event, "A-1-1"))
                .isEqualTo(new Answer.Rejected(Rejection.HOUSE_CLOSED, Seats.NONE));
        assertThat(refusal(() -> desk.change(event, "{'name': 'x'}")).slug())
                .isEqualTo("event-cancelled");
    }

    @Test
    void opensAHouseAfterACrashBetweenRowAndLedger() {
        EventRow opening = new Desk(source, silent()).create(SHORTEST.formatted(soon()));
        assertThat(opening.status()).isEqualTo(Status.OPENING);
        assertThat(desk.events.onSale(opening.id())).isNull();
        desk.time.updateAndGet(now -> now.plusSeconds(60));
        desk.tasks.runOverdue();
        assertThat(hold(opening, "A-1-1")).isInstanceOf(Answer.Held.class);
    }

    /** A ledger that answers when it is told to, to see what is held meanwhile. */
    private static final class Slow implements LedgerClient {
        final CompletableFuture<Void> asked = new CompletableFuture<>();
        final CompletableFuture<Answer> answer = new CompletableFuture<>();

        @Override
        public CompletableFuture<Answer> submit(Command command) {
            asked.complete(null);
            return answer;
        }
    }

    @Test
    void holdsNeitherLockNorConnectionWhileTheLedgerIsWaitedFor() throws Exception {
        Slow slow = new Slow();
        Desk waiting = new Desk(source, slow);
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            var made = thread.submit(() -> waiting.create(SHORTEST.formatted(soon())));
            slow.asked.join();
            assertThat(transactionsThatWait()).isZero();
            EventRow opening = waiting.rows.list(7L, Long.MAX_VALUE, 1).getFirst();
            assertThat(waiting.change(opening, "{'name': 'Changed meanwhile'}").about().name())
                    .isEqualTo("Changed meanwhile");
            slow.answer.complete(new Answer.Done(1));
            assertThat(made.get()).isNotNull();
            assertThat(waiting.rows.find(opening.id()).orElseThrow())
                    .satisfies(row -> assertThat(row.status()).isEqualTo(Status.PUBLISHED))
                    .satisfies(row -> assertThat(row.task()).isNull())
                    .satisfies(
                            row -> assertThat(row.about().name()).isEqualTo("Changed meanwhile"));
        }
    }

    private int transactionsThatWait() {
        return desk.database.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT count(*) FROM pg_stat_activity
                                        WHERE datname = current_database()
                                          AND state = 'idle in transaction'
                                        """)
                                .mapTo(Integer.class)
                                .one());
    }

    @Test
    void letsAnEventThatTheLedgerRefusesStopNoOther() {
        AtomicLong bad = new AtomicLong();
        LedgerClient refusing =
                command ->
                        command instanceof OpenHouse open && open.house() == bad.get()
                                ? CompletableFuture.completedFuture(
                                        new Answer.Rejected(Rejection.LAYOUT_INVALID, Seats.NONE))
                                : ledger.client().submit(command);
        Desk silent = new Desk(source, silent());
        EventRow poisoned = silent.create(SHORTEST.formatted(soon()));
        silent.time.updateAndGet(now -> now.plusMillis(1));
        EventRow good = silent.create(SHORTEST.formatted(soon()));
        bad.set(poisoned.id());
        Desk later = new Desk(source, refusing);
        for (int i = 1; i <= 4; i++) {
            later.time.updateAndGet(now -> now.plus(Duration.ofMinutes(5)));
            later.tasks.look();
        }
        desk.events.refresh(good.id());
        assertThat(hold(good, "A-1-1")).isInstanceOf(Answer.Held.class);
        assertThat(later.tasks.list())
                .singleElement(as(InstanceOfAssertFactories.STRING))
                .contains(Ids.text(poisoned.id()), "LAYOUT_INVALID");
        // Once it can be told it is, and the trouble goes.
        bad.set(0);
        later.time.updateAndGet(now -> now.plus(Duration.ofHours(1)));
        later.tasks.look();
        assertThat(later.tasks.list()).isEmpty();
        desk.events.refresh(poisoned.id());
        assertThat(hold(poisoned, "A-1-1")).isInstanceOf(Answer.Held.class);
    }

    @Test
    void keepsNoPlanOfAChangeThatIsRefused() {
        EventRow event = published();
        long before = plansKept();
        catchThrowableOfType(
                Problem.class,
                () ->
                        desk.change(
                                event,
                                "{'name': '', 'plan': {'generate': {'kind': 'grid', 'rows': 3,"
                                        + " 'seatsPerRow': 7}}}"));
        assertThat(plansKept()).isEqualTo(before);
    }

    private long plansKept() {
        return desk.database.withHandle(
                handle ->
                        handle.createQuery("SELECT count(*) FROM catalogue.plan")
                                .mapTo(Long.class)
                                .one());
    }

    @Test
    void leavesATrailOfPublishingPricesBlocksAndCancelling() {
        EventRow event = published();
        desk.change(event, "{'prices': [{'zone': '*', 'amountMinor': 9900, 'currency': 'EUR'}]}");
        desk.blocks.block(
                Desk.ORGANISER, Ids.text(event.id()), BlocksTest.body("{'seats': ['A-1-1']}"));
        desk.organising.end(Desk.ADMIN, Ids.text(event.id()));
        List<AuditRecord> trail =
                desk.audit.search(
                        new AuditSearch(null, null, Ids.text(event.id()), null, null),
                        Long.MAX_VALUE,
                        20);
        assertThat(trail)
                .extracting(AuditRecord::what)
                .containsExactly(
                        "event-cancelled",
                        "seats-blocked",
                        "channels-changed",
                        "prices-changed",
                        "prices-changed",
                        "event-published");
        assertThat(trail.getFirst().role()).isEqualTo("admin");
        assertThat(trail.get(3).after().toString()).contains("9900");
    }

    private static LedgerClient silent() {
        return command ->
                CompletableFuture.failedFuture(
                        new LedgerUnavailable(LedgerUnavailable.Outcome.UNKNOWN, "no leader"));
    }

    @Test
    void findsAllPublishedEventsAgainAfterARestart() {
        EventRow event = published();
        Desk restarted = new Desk(source, ledger.client());
        restarted.events.load();
        EventOnSale again = restarted.events.onSale(event.id());
        assertThat(again.plan().digest()).isEqualTo(event.plan());
        assertThat(again.rules()).isEqualTo(desk.events.onSale(event.id()).rules());
    }

    @Test
    void hearsOfChangesOnAnotherServer() throws InterruptedException {
        try (EventChanges _ = EventChanges.follow(Jdbi.create(source), desk.events)) {
            Desk other = new Desk(source, ledger.client());
            EventRow event = other.create(SHORTEST.formatted(soon()));
            await(() -> desk.events.onSale(event.id()) != null);
            other.change(event, "{'name': 'Heard'}");
            await(() -> desk.events.onSale(event.id()).name().equals("Heard"));
        }
    }

    private static void await(java.util.function.BooleanSupplier condition)
            throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(5);
        }
    }
}
