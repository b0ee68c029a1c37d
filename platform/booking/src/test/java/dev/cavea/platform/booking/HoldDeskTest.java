package dev.cavea.platform.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cavea.ledger.client.LedgerFeed;
import dev.cavea.ledger.client.LedgerImage;
import dev.cavea.ledger.core.command.BlockSeats;
import dev.cavea.ledger.core.command.CloseHouse;
import dev.cavea.ledger.core.command.PinHold;
import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.ledger.core.event.PlacesHeld;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.booking.internal.feed.HoldWatermark;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.kernel.Money;
import dev.cavea.platform.testing.TestLedger;
import dev.cavea.platform.testing.TestPostgres;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HoldDeskTest {

    private static final AtomicLong EVENTS = new AtomicLong(100);
    private static final Caller ADA = new Caller(1, Role.FAN, Long.MAX_VALUE);
    private static final Caller BOB = new Caller(2, Role.GUEST, Long.MAX_VALUE);
    private static final Caller EVE = new Caller(3, Role.GUEST, Long.MAX_VALUE);

    private static TestLedger ledger;
    private final Stage stage = new Stage(ledger.client());
    private final LiveHolds live = new LiveHolds(stage);
    private final HoldDesk desk = new HoldDesk(ledger.client(), stage, live, _ -> false);
    private final long event = EVENTS.incrementAndGet();

    @BeforeAll
    static void startLedger() {
        ledger = TestLedger.start();
    }

    @AfterAll
    static void stopLedger() {
        ledger.close();
    }

    private void open() {
        stage.open(event, UnaryOperator.identity());
    }

    private static HoldRequest seats(String... seats) {
        return new HoldRequest.Named(List.of(seats));
    }

    private static HoldRequest best(int count, boolean together) {
        return new HoldRequest.Best(count, null, null, null, false, together);
    }

    private HoldOutcome hold(Caller caller, HoldRequest request) {
        return desk.hold(caller, event, request, null).join();
    }

    private LiveHold granted(Caller caller, HoldRequest request) {
        HoldOutcome outcome = hold(caller, request);
        assertThat(outcome).isInstanceOf(HoldOutcome.Granted.class);
        return ((HoldOutcome.Granted) outcome).hold();
    }

    private Problem refused(Caller caller, HoldRequest request) {
        return problem(hold(caller, request));
    }

    private static Problem problem(HoldOutcome outcome) {
        assertThat(outcome).isInstanceOf(HoldOutcome.Refused.class);
        return ((HoldOutcome.Refused) outcome).problem();
    }

    @Test
    void grantsSeatsAtTheirPricesWithFees() {
        open();
        LiveHold hold = granted(ADA, seats("A-1-1", "A-10-1"));
        assertThat(hold.seatIds()).containsExactly("A-1-1", "A-10-1");
        assertThat(hold.total()).isEqualTo(new Money(5_500 + 3_000, "EUR"));
        assertThat(hold.expiresAtMillis()).isGreaterThan(Instant.now().toEpochMilli());
    }

    @Test
    void namesTheSeatsThatOthersHaveTaken() {
        open();
        granted(ADA, seats("A-1-1", "A-1-2"));
        HoldOutcome outcome = hold(BOB, seats("A-1-2", "A-1-3"));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        HoldOutcome.SeatsTaken.class,
                        taken -> assertThat(taken.taken().toArray()).containsExactly(1));
        granted(BOB, seats("A-1-3"));
    }

    @Test
    void neverTellsAnybodyThatSomeoneWasQuickerWithTheirOwnSeats() {
        open();
        LiveHold own = granted(ADA, seats("A-1-1", "A-1-2"));
        Problem all = refused(ADA, seats("A-1-1", "A-1-3"));
        assertThat(all.status()).isEqualTo(409);
        assertThat(all.slug()).isEqualTo("seats-taken");
        assertThat(all.document())
                .containsEntry("taken", List.of("A-1-1"))
                .containsEntry("yours", List.of("A-1-1"));
        assertThat(all.getMessage()).doesNotContain("quicker");
        granted(BOB, seats("A-1-4"));
        Problem mixed = refused(ADA, seats("A-1-2", "A-1-4"));
        assertThat(mixed.document())
                .containsEntry("taken", List.of("A-1-2", "A-1-4"))
                .containsEntry("yours", List.of("A-1-2"));
        assertThat(mixed.getMessage()).contains("quicker");
        assertThat(desk.release(ADA, own.name()).join()).isEmpty();
        granted(ADA, seats("A-1-1", "A-1-3"));
    }

    @Test
    void saysThatAStoppedSaleIsStopped() {
        open();
        HoldDesk stopped = new HoldDesk(ledger.client(), stage, live, _ -> true);
        Problem refused = problem(stopped.hold(ADA, event, seats("A-1-1"), null).join());
        assertThat(refused.slug()).isEqualTo("sale-closed");
        assertThat(refused.document()).containsEntry("reason", "stopped");
    }

    @Test
    void treatsBlockedSeatsAsTaken() {
        open();
        ledger.client().submit(new BlockSeats(event, 3, Places.seats(4))).join();
        assertThat(hold(BOB, seats("A-1-5"))).isInstanceOf(HoldOutcome.SeatsTaken.class);
    }

    @Test
    void refusesUnknownEventsAndSeatsByName() {
        open();
        Problem unknown = refused(ADA, seats("A-1-1", "A-11-1", "B-1-1"));
        assertThat(unknown.slug()).isEqualTo("unknown-seat");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.document()).containsEntry("unknown", List.of("A-11-1", "B-1-1"));
        Problem nowhere = problem(desk.hold(ADA, 1, seats("A-1-1"), null).join());
        assertThat(nowhere.slug()).isEqualTo("unknown-event");
    }

    @Test
    void refusesASeatTwiceInOneRequest() {
        open();
        Problem twice = refused(ADA, seats("A-1-1", "A-1-2", "A-1-1"));
        assertThat(twice.slug()).isEqualTo("duplicate-seat");
        assertThat(twice.status()).isEqualTo(422);
        granted(ADA, seats("A-1-1"));
    }

    @Test
    void holdsABuyerToTheLimit() {
        open();
        granted(ADA, best(8, false));
        Problem over = refused(ADA, best(3, false));
        assertThat(over.slug()).isEqualTo("limit-exceeded");
        assertThat(over.document()).containsEntry("limit", 10).containsEntry("yoursHeld", 8);
        assertThat(over.getMessage()).contains("8 places of this event are in your own hold.");
        granted(ADA, best(2, false));
        granted(BOB, best(3, false));
    }

    @Test
    void refusesBeforeTheSaleAndSaysWhenItOpens() {
        long opens = 4_000_000_000_000L;
        stage.open(event, _ -> with(opens, 4_100_000_000_000L));
        Problem early = refused(ADA, seats("A-1-1"));
        assertThat(early.slug()).isEqualTo("sale-closed");
        assertThat(early.document())
                .containsEntry("reason", "not-open")
                .containsEntry("opensAt", Instant.ofEpochMilli(opens).toString());
    }

    @Test
    void refusesAfterTheSaleAndAfterTheHouseHasClosed() {
        stage.open(event, _ -> with(1_000_000_000_000L, 1_000_000_000_001L));
        assertThat(refused(ADA, seats("A-1-1")).slug()).isEqualTo("sale-closed");
        assertThat(refused(ADA, seats("A-1-1")).document())
                .containsEntry("reason", "over")
                .doesNotContainKey("opensAt");
        ledger.client().submit(new CloseHouse(event)).join();
        assertThat(refused(ADA, seats("A-1-1")).slug()).isEqualTo("sale-closed");
    }

    private static Rules with(long opens, long closes) {
        return new Rules(50, 10, 600_000, 1, false, 0, List.of(new Rules.Window(0, opens, closes)));
    }

    @Test
    void refusesToLeaveASingleSeatWhereTheRulesSaySo() {
        stage.open(event, rules -> new Rules(50, 10, 600_000, 1, true, 0, rules.windows()));
        Problem orphan = refused(ADA, seats("A-1-2", "A-1-3"));
        assertThat(orphan.slug()).isEqualTo("orphan-seat");
        assertThat(orphan.document()).containsEntry("orphans", List.of("A-1-1"));
    }

    @Test
    void findsTheBestWithinZoneAndPrice() {
        open();
        LiveHold cheap = granted(ADA, new HoldRequest.Best(2, null, null, 3_000L, false, true));
        assertThat(cheap.seatIds()).allMatch(seat -> event(seat) == 1);
        LiveHold front = granted(ADA, new HoldRequest.Best(2, "Front", "A", null, false, true));
        assertThat(front.seatIds()).allMatch(seat -> event(seat) == 0);
        Problem none = refused(ADA, new HoldRequest.Best(2, null, null, 100L, false, true));
        assertThat(none.slug()).isEqualTo("not-enough-places");
        Problem zone = refused(ADA, new HoldRequest.Best(2, "Moon", null, null, false, true));
        assertThat(zone.slug()).isEqualTo("invalid-field");
    }

    private int event(String seat) {
        var plan = stage.onSale(event).plan();
        return plan.zone(plan.indexOf(seat));
    }

    @Test
    void refusesWhatIsNotThereTogether() {
        open();
        assertThat(refused(ADA, best(11, true)).slug()).isEqualTo("limit-exceeded");
        int[] otherRows = IntStream.range(10, 100).toArray();
        ledger.client().submit(new BlockSeats(event, 3, Places.seats(otherRows))).join();
        granted(BOB, seats("A-1-5"));
        assertThat(refused(ADA, best(6, true)).slug()).isEqualTo("not-enough-together");
        granted(ADA, best(5, true));
        assertThat(refused(ADA, best(5, true)).slug()).isEqualTo("not-enough-together");
        Problem few = refused(ADA, best(5, false));
        assertThat(few.slug()).isEqualTo("not-enough-places");
        assertThat(few.document()).containsEntry("yoursHeld", 5);
        assertThat(few.getMessage()).contains("5 places of this event are in your own hold.");
        assertThat(refused(BOB, best(5, false)).getMessage()).contains("One place of this event");
        assertThat(refused(EVE, best(5, false)).document()).doesNotContainKey("yoursHeld");
    }

    @Test
    void countsPlacesInAnArea() {
        open();
        LiveHold hold = granted(ADA, new HoldRequest.Standing("PIT", 4));
        assertThat(hold.seatIds()).isEmpty();
        assertThat(hold.total()).isEqualTo(new Money(12_000, "EUR"));
        Problem full = refused(BOB, new HoldRequest.Standing("PIT", 7));
        assertThat(full.status()).isEqualTo(409);
        assertThat(full.slug()).isEqualTo("not-enough-places");
        assertThat(refused(BOB, new HoldRequest.Standing("BAR", 1)).slug())
                .isEqualTo("unknown-area");
        assertThat(refused(BOB, new HoldRequest.Standing("PIT", 0)).slug())
                .isEqualTo("invalid-field");
        assertThat(refused(BOB, new HoldRequest.Standing("PIT", 51)).slug())
                .isEqualTo("too-many-seats");
    }

    @Test
    void aRetryWithItsKeyFindsItsOwnHold() {
        open();
        HoldOutcome first = desk.hold(ADA, event, seats("A-1-1"), "key-1").join();
        HoldOutcome again = desk.hold(ADA, event, seats("A-1-1"), "key-1").join();
        assertThat(again).isEqualTo(first);
        Problem other = problem(desk.hold(ADA, event, seats("A-1-2"), "key-1").join());
        assertThat(other.slug()).isEqualTo("idempotency-key-reused");
        assertThat(desk.hold(BOB, event, seats("A-1-2"), "key-1").join())
                .as("another caller's key is another key")
                .isInstanceOf(HoldOutcome.Granted.class);
    }

    @Test
    void onlyTheOwnerSeesExtendsAndReleases() {
        open();
        LiveHold hold = granted(ADA, seats("A-1-1"));
        HoldName name = hold.name();
        assertThat(desk.find(ADA, name)).contains(hold);
        assertThat(desk.find(BOB, name)).isEmpty();
        assertThat(problem(desk.extend(BOB, name).join()).slug()).isEqualTo("hold-gone");
        assertThat(desk.release(BOB, name).join().orElseThrow().slug()).isEqualTo("hold-gone");
        assertThat(desk.extend(ADA, name).join())
                .isInstanceOfSatisfying(
                        HoldOutcome.Granted.class,
                        longer ->
                                assertThat(longer.hold().expiresAtMillis())
                                        .isEqualTo(hold.expiresAtMillis() + 300_000));
        assertThat(problem(desk.extend(ADA, name).join()).slug()).isEqualTo("extensions-used-up");
        assertThat(desk.release(ADA, name).join()).isEmpty();
        assertThat(desk.release(ADA, name).join().orElseThrow().slug()).isEqualTo("hold-gone");
        granted(BOB, seats("A-1-1"));
    }

    @Test
    void doesNotReleaseWhatIsBeingPaidFor() {
        open();
        LiveHold hold = granted(ADA, seats("A-1-1"));
        ledger.client().submit(new PinHold(event, hold.id(), 60_000)).join();
        assertThat(desk.release(ADA, hold.name()).join().orElseThrow().slug())
                .isEqualTo("payment-in-flight");
    }

    @Test
    void knowsLiveHoldsAgainAfterARestart() throws Exception {
        open();
        Jdbi database = Jdbi.create(TestPostgres.freshDatabase("booking"));
        LiveHold kept = granted(ADA, seats("A-1-1", "A-1-2"));
        LiveHold released = granted(ADA, seats("A-1-3"));
        desk.release(ADA, released.name()).join();
        LiveHolds later = new LiveHolds(stage);
        HoldWatermark watermark = new HoldWatermark(database);
        watermark.keep(kept.position());
        try (HoldFollower follower = new HoldFollower(slow(ledger.feed()), later, watermark)) {
            follower.start();
            assertThat(later.find(kept.name())).contains(kept);
            assertThat(later.find(released.name())).isEmpty();
        }
    }

    @Test
    void keepsNoWatermarkBeyondTheOldestLiveHold() {
        open();
        LiveHold hold = granted(ADA, seats("A-1-1"));
        LiveHolds later = new LiveHolds(stage);
        later.startAfter(hold.position() + 5);
        later.remember(hold);
        assertThat(later.find(hold.name())).as("older than what the feed told").isEmpty();
        later.startAfter(hold.position() - 1);
        later.remember(hold);
        later.startAfter(hold.position() + 5);
        assertThat(later.watermark(0)).isEqualTo(hold.position());
        assertThat(later.watermark(Long.MAX_VALUE)).isEqualTo(hold.position() + 6);
        assertThat(later.find(hold.name())).isEmpty();
    }

    @Test
    void keepsTheGivenPriceWhenTheOrganiserChangesIt() {
        open();
        LiveHold hold = granted(ADA, seats("A-1-1"));
        stage.reprice(hold.event().id(), new Money(9_999, "EUR"));
        assertThat(desk.find(ADA, hold.name()).orElseThrow().total())
                .isEqualTo(new Money(5_500, "EUR"));
    }

    @Test
    void everyProcessKnowsThePriceThatWasToldAlsoAfterARestart() throws Exception {
        open();
        Jdbi database = Jdbi.create(TestPostgres.freshDatabase("booking"));
        LiveHold first = granted(ADA, seats("A-1-1"));
        stage.reprice(event, new Money(9_900, "EUR"));
        LiveHold second = granted(ADA, seats("A-1-2"));
        stage.reprice(event, new Money(100, "EUR"));
        HoldWatermark watermark = new HoldWatermark(database);
        watermark.keep(first.position());
        LiveHolds elsewhere = new LiveHolds(stage);
        try (HoldFollower follower = new HoldFollower(ledger.feed(), elsewhere, watermark)) {
            follower.start();
            assertThat(elsewhere.find(first.name()).orElseThrow().total()).isEqualTo(first.total());
            assertThat(elsewhere.find(second.name()).orElseThrow().total())
                    .isEqualTo(new Money(10_400, "EUR"));
        }
        assertThat(desk.extend(ADA, first.name()).join())
                .isInstanceOfSatisfying(
                        HoldOutcome.Granted.class,
                        again -> assertThat(again.hold().total()).isEqualTo(first.total()));
    }

    @Test
    void noPriceIsMadeUpWhereTheNewsOfAChangeHasNotComeYet() throws Exception {
        open();
        EventOnSale before = stage.onSale(event);
        stage.reprice(event, new Money(9_900, "EUR"));
        LiveHold hold = granted(ADA, seats("A-1-1"));
        Stage behind = new Stage(ledger.client());
        behind.replace(before);
        LiveHolds elsewhere = new LiveHolds(behind);
        Jdbi database = Jdbi.create(TestPostgres.freshDatabase("booking"));
        HoldWatermark watermark = new HoldWatermark(database);
        watermark.keep(hold.position());
        try (HoldFollower follower = new HoldFollower(ledger.feed(), elsewhere, watermark)) {
            follower.start();
            assertThatThrownBy(() -> elsewhere.find(hold.name()))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.status()).isEqualTo(503));
            behind.replace(stage.onSale(event));
            assertThat(elsewhere.find(hold.name()).orElseThrow().total()).isEqualTo(hold.total());
        }
    }

    @Test
    void aHoldOfTheTimeBeforeIdsNamedPricesHasTheOnlyPrices() {
        open();
        LiveHolds live = new LiveHolds(stage);
        HoldId id = new HoldId(1, 0xF7);
        Places places = Places.seats(new int[] {0});
        live.accept(
                List.of(
                        new FeedEntry(
                                1, 0, new PlacesHeld(event, id, ADA.account(), 0, places, 9))));
        HoldName name = new HoldName(event, id);
        assertThat(live.find(name).orElseThrow().total()).isEqualTo(new Money(5_500, "EUR"));
        stage.reprice(event, new Money(9_900, "EUR"));
        LiveHolds later = new LiveHolds(stage);
        later.accept(
                List.of(
                        new FeedEntry(
                                1, 0, new PlacesHeld(event, id, ADA.account(), 0, places, 9))));
        assertThatThrownBy(() -> later.find(name)).isInstanceOf(Problem.class);
        assertThat(later.of(event, ADA.account())).as("its places are known").hasSize(1);
    }

    @Test
    void aRetryFindsItsOwnHoldThoughPricesHaveChanged() {
        open();
        LiveHold first = keyed("one");
        stage.reprice(event, new Money(9_900, "EUR"));
        LiveHold again = keyed("one");
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.total()).isEqualTo(first.total());
    }

    private LiveHold keyed(String key) {
        HoldOutcome outcome = desk.hold(ADA, event, seats("A-1-1"), key).join();
        return ((HoldOutcome.Granted) outcome).hold();
    }

    /** The same, but what it tells takes a while. */
    private static LedgerFeed slow(LedgerFeed feed) {
        return new LedgerFeed() {
            @Override
            public LedgerImage image() {
                return feed.image();
            }

            @Override
            public Subscription follow(long fromPosition, Listener listener) {
                return feed.follow(
                        fromPosition,
                        entries -> {
                            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
                            listener.accept(entries);
                        });
            }
        };
    }
}
