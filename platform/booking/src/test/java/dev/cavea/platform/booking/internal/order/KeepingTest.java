package dev.cavea.platform.booking.internal.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.ledger.client.LedgerFeed;
import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.ledger.core.event.HoldPinned;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.booking.LiveHold;
import dev.cavea.platform.booking.OrderStatus;
import dev.cavea.platform.booking.Stage;
import dev.cavea.platform.testing.SteppedClock;
import dev.cavea.platform.testing.TestLedger;
import dev.cavea.platform.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long a payment keeps places that nobody has paid for. */
@Timeout(90)
class KeepingTest {

    private static final Caller ADA = Shop.fan(1);
    private static final Duration LONG = Duration.ofMinutes(5);

    private final TestLedger ledger = TestLedger.start();
    private final Jdbi database =
            Jdbi.create(
                    TestPostgres.freshDatabase(
                            "storage", "audit", "payments", "tickets", "booking"));
    private final Stage stage = new Stage(ledger.client());
    private final Shop shop = new Shop(database, ledger, stage, new SteppedClock());
    private final List<HoldPinned> pins = new CopyOnWriteArrayList<>();
    private final LedgerFeed.Subscription feed =
            ledger.feed().follow(ledger.feed().image().position() + 1, this::read);

    @BeforeEach
    void open() {
        stage.open(1, UnaryOperator.identity());
    }

    @AfterEach
    void close() {
        feed.close();
        shop.close();
        ledger.close();
    }

    private void read(List<FeedEntry> entries) {
        for (FeedEntry entry : entries) {
            if (entry.event() instanceof HoldPinned pin) {
                pins.add(pin);
            }
        }
    }

    /** Ends of the pins of this hold as they came; 0 for one that was lifted. */
    private List<Long> pins(HoldId hold, int many) throws InterruptedException {
        Shop.await(() -> pins.stream().filter(pin -> pin.hold().equals(hold)).count() >= many);
        return pins.stream()
                .filter(pin -> pin.hold().equals(hold))
                .map(HoldPinned::pinnedUntilMillis)
                .toList();
    }

    private void refuse(Order order) throws InterruptedException {
        String url = shop.views.of(order).paymentAction().url();
        String reference = Path.of(url).getName(4).toString();
        shop.sandbox.act(shop.sandbox.chargeToActOn(reference).orElseThrow(), false);
        shop.awaitStatus(order.id(), OrderStatus.PAYMENT_FAILED);
    }

    @Test
    void aHoldIsKeptLongOnlyOnceTheProviderHasThePayment() throws Exception {
        LiveHold declined = shop.hold(ADA, 1, "A-1-1");
        shop.book(ADA, declined, "tok_declined");
        LiveHold asked = shop.hold(ADA, 1, "A-1-2");
        shop.book(ADA, asked, "tok_3ds");

        List<Long> first = pins(declined.id(), 2);
        List<Long> second = pins(asked.id(), 2);

        assertThat(first).hasSize(2).last().isEqualTo(0L);
        assertThat(second).hasSize(2);
        assertThat(second.getFirst() - first.getFirst()).isLessThan(LONG.toMillis());
        assertThat(second.getLast() - second.getFirst()).isGreaterThan(LONG.toMillis());
    }

    @Test
    void onlyOnePaymentOfAHoldAsksTheBuyerAndKeepsIt() throws Exception {
        LiveHold hold = shop.hold(ADA, 1, "A-1-1");
        refuse(shop.book(ADA, hold, "tok_3ds"));
        Order second = shop.book(ADA, hold, "tok_3ds");

        assertThat(second.status()).isEqualTo(OrderStatus.PENDING_PAYMENT);
        List<Long> ends = pins(hold.id(), 5);
        assertThat(ends).hasSize(5).element(2).isEqualTo(0L);
        assertThat(ends).last().isEqualTo(0L);

        refuse(second);
        assertThat(shop.book(ADA, hold, "tok_ok").status()).isEqualTo(OrderStatus.CONFIRMED);
    }
}
