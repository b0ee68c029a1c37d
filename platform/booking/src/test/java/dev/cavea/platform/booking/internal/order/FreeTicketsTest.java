package dev.cavea.platform.booking.internal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.booking.LiveHold;
import dev.cavea.platform.booking.Mailer;
import dev.cavea.platform.booking.NewBooking;
import dev.cavea.platform.booking.OrderStatus;
import dev.cavea.platform.booking.Stage;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Money;
import dev.cavea.platform.testing.SteppedClock;
import dev.cavea.platform.testing.TestLedger;
import dev.cavea.platform.testing.TestPostgres;
import dev.cavea.platform.tickets.Ticket;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A house in which some places cost nothing. */
@Timeout(90)
class FreeTicketsTest {

    private static final Caller ADA = Shop.fan(1);

    private final TestLedger ledger = TestLedger.start();
    private final Jdbi database =
            Jdbi.create(
                    TestPostgres.freshDatabase(
                            "storage", "audit", "payments", "tickets", "booking"));
    private final Stage stage = new Stage(ledger.client());
    private final Shop shop = new Shop(database, ledger, stage, new SteppedClock());
    private final long event = 1;

    @BeforeEach
    void open() {
        stage.open(event, UnaryOperator.identity());
    }

    @AfterEach
    void close() {
        shop.close();
        ledger.close();
    }

    private List<Mailer.Letter> lettersFor(Order order) {
        String number = Ids.text(order.id());
        return shop.letters.stream().filter(letter -> letter.body().contains(number)).toList();
    }

    /** In front everything costs as before, behind nothing. */
    private void makeTheBackFree() {
        shop.stage.reprice(event, new Money(5_000, "EUR"), new Money(0, "EUR"));
    }

    private Order book(LiveHold hold, NewBooking.Payment payment) {
        NewBooking.Buyer buyer = new NewBooking.Buyer("ada@example.org", "Ada");
        return shop.bookings.book(ADA, new NewBooking(hold.name().text(), buyer, payment));
    }

    @Test
    void whatCostsNothingNeedsNoPaymentAndNoneIsLookedAt() {
        makeTheBackFree();
        Order free = book(shop.hold(ADA, event, "A-6-1"), null);
        assertThat(free.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(shop.ticketsOf(free)).hasSize(1);
        for (String token : List.of("tok_declined", "tok_3ds", "nonsense")) {
            LiveHold hold = shop.hold(ADA, event, "A-6-" + (2 + token.length() % 7));
            Order other = book(hold, new NewBooking.Payment("cash", token));
            assertThat(other.status()).as(token).isEqualTo(OrderStatus.CONFIRMED);
            shop.cancelling.cancel(other.id());
        }
        assertThat(payments(free)).isZero();
        LiveHold dear = shop.hold(ADA, event, "A-1-1");
        assertThatThrownBy(() -> book(dear, null))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(422));
        assertThat(shop.book(ADA, dear, "tok_declined").status())
                .isEqualTo(OrderStatus.PAYMENT_FAILED);
    }

    private int payments(Order order) {
        return database.withHandle(
                handle ->
                        handle.select(
                                        "SELECT count(*) FROM payments.payment WHERE reference = ?",
                                        order.id())
                                .mapTo(Integer.class)
                                .one());
    }

    @Test
    void whatCostNothingIsCancelledWithoutAWordOfMoney() {
        makeTheBackFree();
        Order free = book(shop.hold(ADA, event, "A-6-1"), null);
        Order cancelled = shop.cancelling.cancel(free.id());
        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.step()).isEqualTo(Step.DONE);
        assertThat(shop.hold(Shop.fan(2), event, "A-6-1").seatIds()).hasSize(1);
        assertThat(shop.ticketsOf(free).getFirst().status()).isEqualTo(Ticket.Status.VOID);
        shop.outbox.sendDue();
        assertThat(lettersFor(free))
                .extracting(Mailer.Letter::subject)
                .containsExactly("Your tickets for Medea", "Your booking for Medea is cancelled");
        assertThat(lettersFor(free))
                .allSatisfy(letter -> assertThat(letter.body()).doesNotContain("0.00"));
    }
}
