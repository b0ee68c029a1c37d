package dev.cavea.platform.booking.internal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.booking.Mailer;
import dev.cavea.platform.booking.NewBooking;
import dev.cavea.platform.booking.OrderStatus;
import dev.cavea.platform.booking.Stage;
import dev.cavea.platform.booking.internal.mail.ChangeLetters;
import dev.cavea.platform.catalogue.EventNews;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.testing.SteppedClock;
import dev.cavea.platform.testing.TestLedger;
import dev.cavea.platform.testing.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ChangeLettersTest {

    private static final long EVENT = 77;
    private static final Caller ADA = Shop.fan(1);
    private static final Caller BOB = Shop.fan(2);

    private static TestLedger ledger;
    private static Jdbi database;
    private final SteppedClock clock = new SteppedClock();
    private final News news = new News();

    @BeforeAll
    static void start() {
        ledger = TestLedger.start();
        database =
                Jdbi.create(
                        TestPostgres.freshDatabase("storage", "payments", "tickets", "booking"));
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    /** As the catalogue keeps them: given out until they are told. */
    private static final class News implements EventNews {
        private final List<Change> untold = new ArrayList<>();
        private boolean crashesBeforeItIsTold;

        @Override
        public List<Change> untold(int atMost) {
            return List.copyOf(untold);
        }

        @Override
        public void told(long change) {
            if (crashesBeforeItIsTold) {
                throw new IllegalStateException("the process ends here");
            }
            untold.removeIf(one -> one.id() == change);
        }
    }

    private void book(Shop shop, Caller caller, String email, String... seats)
            throws InterruptedException {
        var hold = shop.hold(caller, EVENT, seats);
        var asked =
                new NewBooking(
                        hold.name().text(),
                        new NewBooking.Buyer(email, "Ada"),
                        new NewBooking.Payment("sandbox", "tok_ok"));
        Order order = shop.bookings.book(caller, asked);
        shop.awaitStatus(order.id(), OrderStatus.CONFIRMED);
    }

    private EventNews.Change change(long id, String from, String to) {
        ZoneId vienna = ZoneId.of("Europe/Vienna");
        return new EventNews.Change(
                id,
                EVENT,
                clock.instant().plus(Duration.ofSeconds(1)),
                new EventNews.WhenAndWhere(Instant.parse(from), "Burgtheater, Wien", vienna),
                new EventNews.WhenAndWhere(Instant.parse(to), "Volkstheater, Wien", vienna));
    }

    @Test
    void tellsEachBuyerOnceOfEachChangeWhateverHappensInBetween() throws Exception {
        Stage stage = new Stage(ledger.client());
        stage.open(EVENT, UnaryOperator.identity());
        try (Shop shop = new Shop(database, ledger, stage, clock)) {
            book(shop, ADA, "ada@example.org", "A-1-1", "A-1-2");
            book(shop, ADA, "ada@example.org", "A-2-1");
            book(shop, BOB, "bob@example.org", "A-3-1");
            shop.outbox.sendDue();
            assertThat(shop.letters.getFirst().body())
                    .contains("When and where: Tuesday, 2 October 2096, 07:06 (UTC)");
            shop.letters.clear();
            ChangeLetters letters = new ChangeLetters(database, news, stage, new Ids(clock), clock);
            news.untold.add(change(1, "2027-09-05T17:30:00Z", "2027-12-05T18:30:00Z"));
            news.crashesBeforeItIsTold = true;
            assertThat(catchThrowable(letters::tell)).isNotNull();
            news.crashesBeforeItIsTold = false;
            letters.tell();
            letters.tell();
            shop.outbox.sendDue();
            assertThat(shop.letters)
                    .extracting(Mailer.Letter::recipient)
                    .containsExactlyInAnyOrder("ada@example.org", "bob@example.org");
            assertThat(shop.letters.getFirst().subject())
                    .isEqualTo("Medea has a new time and place");
            assertThat(shop.letters.getFirst().body())
                    .contains("Sunday, 5 September 2027, 19:30 (Europe/Vienna), Burgtheater, Wien")
                    .contains("Sunday, 5 December 2027, 19:30 (Europe/Vienna), Volkstheater, Wien");
            shop.letters.clear();
            news.untold.add(change(2, "2027-12-05T18:30:00Z", "2027-12-06T18:30:00Z"));
            letters.tell();
            shop.outbox.sendDue();
            assertThat(shop.letters).hasSize(2);
        }
    }

    @Test
    void aLetterIsNeverGivenUpAndHealthHearsOfOneThatFails() throws Exception {
        long event = EVENT + 1;
        Stage stage = new Stage(ledger.client());
        stage.open(event, UnaryOperator.identity());
        try (Shop shop = new Shop(database, ledger, stage, clock)) {
            shop.mailIsDown.set(true);
            Order order = shop.book(ADA, shop.hold(ADA, event, "A-1-1"), "tok_ok");
            database.useHandle(
                    handle ->
                            handle.execute(
                                    "UPDATE booking.outbox SET attempts = 2000 WHERE booking = ?",
                                    order.id()));
            shop.outbox.sendDue();
            assertThat(shop.outbox.troubles()).isEmpty();
            shop.outbox.start();
            Shop.await(() -> !shop.outbox.troubles().isEmpty());
            shop.outbox.close();
            assertThat(shop.outbox.troubles())
                    .containsExactly("1 letter has failed to be sent at least 5 times");
            shop.mailIsDown.set(false);
            clock.forward(Duration.ofHours(2));
            shop.outbox.sendDue();
            assertThat(shop.letters).hasSize(1);
        }
    }
}
