package dev.cavea.platform.booking.internal.order;

import dev.cavea.ledger.client.LedgerUnavailable;
import dev.cavea.platform.booking.BookingSettings;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.payments.RefundTooLarge;
import dev.cavea.platform.tickets.SeatHasTicket;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes bookings from step to step. A step has an effect, in the ledger or at the provider, that
 * may be repeated, and then a move of the row that only one can make: its version decides. So any
 * number of processes may work on a booking, and one that dies leaves a row that the job picks up.
 */
@Singleton
public final class Saga {

    private static final Logger LOG = LoggerFactory.getLogger(Saga.class);
    private static final int MOST_STEPS = 50;
    private static final String UNIQUE_VIOLATION = "23505";

    private final Jdbi database;
    private final LedgerSteps ledger;
    private final MoneySteps money;
    private final TicketSteps tickets;
    private final Clock clock;
    private final Duration lease;
    private final DueOrders due;
    private final Signals signals = new Signals();
    private SagaWatch watch = SagaWatch.NOBODY;

    Saga(
            Jdbi database,
            LedgerSteps ledger,
            MoneySteps money,
            TicketSteps tickets,
            Clock clock,
            BookingSettings settings) {
        this.database = database;
        this.ledger = ledger;
        this.money = money;
        this.tickets = tickets;
        this.clock = clock;
        this.lease = settings.lease();
        this.due = new DueOrders(database, this::advance, clock, lease);
    }

    void watchedBy(SagaWatch watcher) {
        watch = watcher;
    }

    Signals signals() {
        return signals;
    }

    /** Continues until there is something to wait for, or another process has taken over. */
    public void advance(long id) {
        try {
            Taken last = Taken.MOVED;
            for (int i = 0; i < MOST_STEPS && last != Taken.RESTS; i++) {
                Order order = order(id);
                // Whoever was quicker continues, unless they wait for something only known here.
                boolean others = last == Taken.LOST && !order.step().looksAtPayment();
                if (order.step().isLast() || others) {
                    return;
                }
                last = take(order);
            }
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof LedgerUnavailable away)) {
                throw e;
            }
            LOG.warn("Booking {} waits for the ledger: {}", Ids.text(id), away.getMessage());
        }
    }

    private enum Taken {
        MOVED,
        /** There is nothing to do for now. */
        RESTS,
        /** Another one was quicker. */
        LOST
    }

    private Taken take(Order order) {
        watch.at(order.step(), SagaWatch.Moment.BEFORE_EFFECT);
        Move move = next(order);
        watch.at(order.step(), SagaWatch.Moment.BEFORE_COMMIT);
        boolean moved = commitOrTurn(order, move);
        watch.at(order.step(), SagaWatch.Moment.AFTER_COMMIT);
        if (!moved) {
            setRight(order);
            return Taken.LOST;
        }
        return move.rests() ? Taken.RESTS : Taken.MOVED;
    }

    /** Whatever this one did in the ledger too late must not outlast what the row now says. */
    private void setRight(Order stale) {
        if (!stale.step().isHolding()) {
            return;
        }
        Order now = order(stale.id());
        Optional<Order> paying =
                database.withHandle(
                        handle ->
                                OrderTable.liveFor(handle, stale.buyer(), stale.hold())
                                        .flatMap(id -> OrderTable.find(handle, id)));
        ledger.setRight(stale, now, paying.orElse(null));
    }

    private Move next(Order order) {
        return switch (order.step()) {
            case PIN -> ledger.pin(order);
            case CHARGE -> money.charge(order);
            case KEEP -> money.decided(order).orElseGet(() -> ledger.keep(order));
            case AWAIT_PAYMENT -> money.awaitPayment(order);
            case SELL -> ledger.sell(order);
            case HOLD_AGAIN -> ledger.holdAgain(order);
            case ISSUE -> tickets.issue(order);
            case UNPIN -> ledger.unpin(order);
            case RELEASE -> ledger.release(order);
            case AWAIT_LATE_PAYMENT -> money.awaitLatePayment(order);
            case GIVE_BACK -> ledger.giveBack(order);
            case REFUND -> money.refund(order);
            case HALTED, DONE -> throw new IllegalStateException("nothing follows " + order.step());
        };
    }

    private boolean commitOrTurn(Order order, Move move) {
        try {
            return commit(order, move);
        } catch (SeatHasTicket tripped) {
            LOG.error(
                    "SECOND GUARD: the ledger sold booking {} of event {}, but one of its seats"
                            + " already has a valid ticket. The sale of this event is paused.",
                    Ids.text(order.id()),
                    Ids.text(order.event()),
                    tripped);
            commit(order, tickets.secondGuard(order, now()));
            return false;
        } catch (RefundTooLarge refused) {
            LOG.error("Booking {} is halted", Ids.text(order.id()), refused);
            commit(order, money.tooLarge(order));
            return false;
        } catch (UnableToExecuteStatementException e) {
            if (order.step() == Step.AWAIT_LATE_PAYMENT && isDuplicate(e)) {
                return commit(order, money.refundLate(order));
            }
            throw e;
        }
    }

    private static boolean isDuplicate(UnableToExecuteStatementException failure) {
        return failure.getCause() instanceof SQLException sql
                && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }

    /** Makes the move unless the booking has changed since it was read. */
    boolean commit(Order order, Move move) {
        Instant now = now();
        Instant dueAt = dueAt(order, move, now);
        boolean moved =
                database.inTransaction(
                        handle -> {
                            var times = new OrderTable.Due(now, dueAt);
                            boolean first = OrderTable.move(handle, order, move, times);
                            if (first) {
                                move.alongside().in(handle);
                            }
                            return first;
                        });
        if (moved && dueAt != null) {
            due.at(move.step(), dueAt);
        }
        signals.changed(order.id());
        return moved;
    }

    /** Never later than the payment's deadline, which is kept to the second. */
    private @Nullable Instant dueAt(Order order, Move move, Instant now) {
        if (move.step().isLast()) {
            return null;
        }
        Instant usual = now.plus(move.pause().isZero() ? lease : move.pause());
        Instant payUntil = move.payUntil() == null ? order.payUntil() : move.payUntil();
        boolean ends =
                move.step() == Step.AWAIT_PAYMENT
                        && payUntil != null
                        && payUntil.isAfter(now)
                        && payUntil.isBefore(usual);
        return ends ? payUntil : usual;
    }

    /** Continues whatever is due, right here and now. */
    public void runDue() {
        due.runDue();
    }

    DueOrders due() {
        return due;
    }

    private Instant now() {
        return clock.instant();
    }

    Order order(long id) {
        return database.withHandle(handle -> OrderTable.find(handle, id))
                .orElseThrow(() -> new IllegalArgumentException("no booking " + id));
    }
}
