package dev.cavea.platform.booking.internal.order;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.booking.BookingSettings;
import dev.cavea.platform.booking.HoldDesk;
import dev.cavea.platform.booking.HoldName;
import dev.cavea.platform.booking.LiveHold;
import dev.cavea.platform.booking.NewBooking;
import dev.cavea.platform.booking.OrderStatus;
import dev.cavea.platform.booking.PricedPlace;
import dev.cavea.platform.booking.internal.hold.Refusals;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Money;
import dev.cavea.platform.payments.NewPayment;
import dev.cavea.platform.payments.PaymentStatus;
import dev.cavea.platform.payments.Payments;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Makes bookings out of holds. Blocks: for virtual threads. */
@Singleton
public final class Bookings {

    private static final String UNIQUE_VIOLATION = "23505";

    private final Jdbi database;
    private final HoldDesk desk;
    private final Payments payments;
    private final Saga saga;
    private final Ids ids;
    private final Clock clock;
    private final BookingSettings settings;

    public Bookings(
            Jdbi database,
            HoldDesk desk,
            Payments payments,
            Saga saga,
            Ids ids,
            Clock clock,
            BookingSettings settings) {
        this.database = database;
        this.desk = desk;
        this.payments = payments;
        this.saga = saga;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Books what the hold holds, and waits a little for the payment. A hold that this buyer's
     * booking already pays for returns that booking.
     *
     * @throws Problem 404 {@code hold-gone}; 409 {@code sale-closed}; 422 {@code invalid-field}
     */
    public Order book(Caller caller, NewBooking wanted) {
        AskedBooking asked = AskedBooking.checked(wanted);
        Optional<HoldName> name = HoldName.parse(asked.holdId());
        Optional<LiveHold> hold = name.flatMap(known -> desk.find(caller, known));
        if (hold.isEmpty()) {
            Optional<Long> before = name.flatMap(known -> paying(caller, known));
            if (before.isEmpty()) {
                checkPayment(asked);
            }
            return await(before.orElseThrow(Refusals::holdGone));
        }
        if (hold.get().total().amountMinor() > 0) {
            checkPayment(asked);
        }
        refuseStopped(hold.get());
        Order order = order(caller, asked, hold.get());
        saga.signals().expect(order.id());
        try {
            store(order, asked);
            saga.advance(order.id());
            return await(order.id());
        } catch (UnableToExecuteStatementException e) {
            if (isDuplicate(e)) {
                return await(paying(caller, hold.get().name()).orElseThrow(Refusals::holdGone));
            }
            throw e;
        } finally {
            saga.signals().forget(order.id());
        }
    }

    private void checkPayment(AskedBooking asked) {
        AskedBooking.Card card = asked.card();
        payments.check(card.method(), card.token());
    }

    /** Nothing is charged and nothing is released: the hold keeps its own time. */
    private void refuseStopped(LiveHold hold) {
        if (desk.isStopped(hold.event().id())) {
            Instant until = Instant.ofEpochMilli(hold.expiresAtMillis());
            throw new Problem(
                            409,
                            "sale-closed",
                            "The sale is paused",
                            "Nothing was charged. Your places stay held until their time is up; if"
                                    + " the sale resumes before that, you can book them.")
                    .with("heldUntil", until.toString());
        }
    }

    private Order order(Caller caller, AskedBooking asked, LiveHold hold) {
        List<PricedPlace> lines = PricedPlace.of(hold.event(), hold.places());
        Money nothing = new Money(0, hold.total().currency());
        return new Order(
                ids.next(),
                hold.event().id(),
                hold.event().organiser(),
                caller.account(),
                asked.email(),
                asked.name(),
                hold.id(),
                0,
                hold.areaIndex(),
                lines.size(),
                lines.stream().map(PricedPlace::price).reduce(nothing, Money::plus),
                lines.stream().map(PricedPlace::fee).reduce(nothing, Money::plus),
                ids.next(),
                null,
                OrderStatus.PENDING_PAYMENT,
                Step.PIN,
                0,
                clock.instant(),
                null,
                lines);
    }

    /** The booking and its payment, both or neither. */
    private void store(Order order, AskedBooking asked) {
        Instant due = clock.instant().plus(settings.lease());
        database.useTransaction(
                handle -> {
                    OrderTable.insert(handle, order, due);
                    if (!order.isFree()) {
                        payments.open(handle, payment(order, asked));
                    }
                });
    }

    private NewPayment payment(Order order, AskedBooking asked) {
        AskedBooking.Card card = asked.card();
        return new NewPayment(
                order.payment(),
                order.id(),
                card.method(),
                card.token(),
                order.total(),
                settings.returnPath() + Ids.text(order.id()));
    }

    private Optional<Long> paying(Caller caller, HoldName hold) {
        return database.withHandle(
                handle -> OrderTable.liveFor(handle, caller.account(), hold.id()));
    }

    private static boolean isDuplicate(UnableToExecuteStatementException failure) {
        return failure.getCause() instanceof SQLException sql
                && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }

    /** The booking once it is decided or the buyer must act, or its state after a while. */
    private Order await(long id) {
        // The steps so far have already waited for the ledger and the provider.
        Instant patience = get(id).createdAt().plus(settings.answer());
        while (true) {
            Order order = get(id);
            Duration left = Duration.between(clock.instant(), patience);
            if (isAnswer(order) || left.isNegative() || left.isZero()) {
                return order;
            }
            try {
                saga.signals().await(id, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return order;
            }
        }
    }

    private boolean isAnswer(Order order) {
        return order.status() != OrderStatus.PENDING_PAYMENT
                || order.step() == Step.HALTED
                || (order.step() == Step.AWAIT_PAYMENT
                        && payments.state(order.payment()).status() == PaymentStatus.ACTION);
    }

    /** Bookings of these buyers together, newest first. */
    List<Order> ofBuyers(List<Long> buyers, long before, int most) {
        return database.withHandle(handle -> OrderTable.ofBuyers(handle, buyers, before, most));
    }

    /** An event's bookings, newest first. */
    public List<Order> ofEvent(long event, long before, int most) {
        return database.withHandle(handle -> OrderTable.ofEvent(handle, event, before, most));
    }

    Optional<Order> byId(long id) {
        return database.withHandle(handle -> OrderTable.find(handle, id));
    }

    Order get(long id) {
        return byId(id).orElseThrow(() -> new IllegalArgumentException("no booking " + id));
    }
}
