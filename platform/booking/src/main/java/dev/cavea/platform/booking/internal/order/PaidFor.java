package dev.cavea.platform.booking.internal.order;

import dev.cavea.platform.booking.internal.money.CaseKind;
import dev.cavea.platform.booking.internal.money.MoneyCases;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.payments.PaymentOwner;
import dev.cavea.platform.payments.PaymentState;
import dev.cavea.platform.payments.PaymentStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bookings, as whatever payments are for. */
@Singleton
final class PaidFor implements PaymentOwner {

    private static final Logger LOG = LoggerFactory.getLogger(PaidFor.class);

    private final Saga saga;
    private final StoppedSales stopped;
    private final MoneyCases cases;
    private final Clock clock;

    PaidFor(Saga saga, StoppedSales stopped, MoneyCases cases, Clock clock) {
        this.saga = saga;
        this.stopped = stopped;
        this.cases = cases;
        this.clock = clock;
    }

    /** Money is taken only while the booking waits for it, and not while its sale is stopped. */
    @Override
    public Wish wish(Handle handle, PaymentState payment) {
        return OrderTable.stand(handle, payment.reference()).map(this::wish).orElse(Wish.KEEP);
    }

    private Wish wish(OrderTable.Stand stand) {
        return switch (stand.step()) {
            case CHARGE, KEEP, AWAIT_PAYMENT ->
                    stopped.contains(stand.event()) ? Wish.KEEP : Wish.CHARGE;
            case RELEASE, AWAIT_LATE_PAYMENT -> Wish.CANCEL;
            case DONE -> stand.status().isUnpaidEnd() ? Wish.CANCEL : Wish.KEEP;
            case PIN, SELL, HOLD_AGAIN, ISSUE, UNPIN, GIVE_BACK, REFUND, HALTED -> Wish.KEEP;
        };
    }

    /** A waiting booking checks by itself; one that ended without money is woken. */
    @Override
    public void changed(Handle handle, PaymentState payment) {
        if (payment.status() == PaymentStatus.SUCCEEDED) {
            OrderTable.paidAfterAll(handle, payment.reference(), clock.instant());
        }
    }

    @Override
    public void troubled(Handle handle, PaymentState payment, Trouble trouble, String detail) {
        CaseKind kind =
                switch (trouble) {
                    case AMOUNT_DIFFERS -> CaseKind.AMOUNT_DIFFERS;
                    case PROVIDER_SILENT -> CaseKind.PROVIDER_SILENT;
                };
        cases.open(
                handle,
                kind,
                new MoneyCases.Subject(payment.reference(), payment.id(), payment.amount()),
                detail);
    }

    @Override
    public void noted(PaymentState payment) {
        if (payment.status().isSettled()) {
            try {
                saga.advance(payment.reference());
            } catch (RuntimeException e) {
                LOG.warn(
                        "Booking {} will hear of its payment later",
                        Ids.text(payment.reference()),
                        e);
            }
        }
    }
}
