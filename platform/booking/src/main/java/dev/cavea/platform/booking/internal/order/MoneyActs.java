package dev.cavea.platform.booking.internal.order;

import dev.cavea.platform.accounts.Roles;
import dev.cavea.platform.audit.Act;
import dev.cavea.platform.audit.Audit;
import dev.cavea.platform.audit.AuditEntry;
import dev.cavea.platform.booking.OrderStatus;
import dev.cavea.platform.booking.internal.mail.Outbox;
import dev.cavea.platform.booking.internal.money.CaseAct;
import dev.cavea.platform.booking.internal.money.MoneyCase;
import dev.cavea.platform.booking.internal.money.MoneyCases;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.edge.Problems;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.payments.Payments;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What operators do about money. The case is closed in the transaction of the act; if that does not
 * help, another case turns up.
 */
@Singleton
public final class MoneyActs {

    private final Jdbi database;
    private final MoneyCases cases;
    private final Saga saga;
    private final Payments payments;
    private final Outbox outbox;
    private final Audit audit;

    MoneyActs(
            Jdbi database,
            MoneyCases cases,
            Saga saga,
            Payments payments,
            Outbox outbox,
            Audit audit) {
        this.database = database;
        this.cases = cases;
        this.saga = saga;
        this.payments = payments;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Open cases, newest first, before this id. */
    public List<MoneyCase> list(long before, int most) {
        return cases.list(before, most);
    }

    /**
     * @throws Problem 404 {@code unknown-case}; 409 {@code case-closed}, {@code act-not-possible};
     *     422 {@code invalid-field} without a note where one is needed
     */
    public void act(long id, MoneyCases.Closing closing) {
        MoneyCase about = cases.find(id).orElseThrow(() -> unknown(Ids.text(id)));
        if (about.closedAt() != null) {
            throw closed();
        }
        if (!about.kind().acts().contains(closing.act())) {
            throw new Problem(
                            409,
                            "act-not-possible",
                            "That cannot be done in this case",
                            "It is " + about.kind().word() + ".")
                    .with("allowed", about.kind().acts().stream().map(CaseAct::word).toList());
        }
        if (closing.act().needsNote() && (closing.note() == null || closing.note().isBlank())) {
            throw Problems.invalidField("note", "is missing", "what was done, and where");
        }
        perform(about, closing);
    }

    private void perform(MoneyCase about, MoneyCases.Closing closing) {
        switch (closing.act()) {
            case RETRY_REFUND -> {
                Order order = halted(about);
                go(
                        about,
                        closing,
                        order,
                        Move.to(Step.REFUND, order.status())
                                .with(handle -> payments.retryRefund(handle, refund(order))));
            }
            case MARK_REFUNDED -> {
                Order order = halted(about);
                go(
                        about,
                        closing,
                        order,
                        Move.to(Step.DONE, OrderStatus.REFUNDED)
                                .with(handle -> refundedByHand(handle, order)));
            }
            case FINISH -> {
                Order order = halted(about);
                go(about, closing, order, Move.to(Step.ISSUE, OrderStatus.PENDING_PAYMENT));
            }
            case GIVE_BACK -> {
                Order order = halted(about);
                go(about, closing, order, Move.to(Step.GIVE_BACK, OrderStatus.CANCELLED));
            }
            case LOOK_AGAIN -> {
                database.useTransaction(
                        handle -> {
                            close(handle, about, closing);
                            payments.askAgain(handle, about.payment());
                        });
                payments.lookAgain(about.payment());
            }
            case CLOSE ->
                    database.useTransaction(
                            handle -> {
                                close(handle, about, closing);
                                settle(handle, about);
                            });
        }
    }

    private static long refund(Order order) {
        if (order.refund() == null) {
            throw new IllegalStateException("booking " + order.id() + " has no refund");
        }
        return order.refund();
    }

    private void refundedByHand(Handle handle, Order order) {
        if (order.refund() != null) {
            payments.refundedByHand(handle, order.refund());
        }
        outbox.refunded(handle, order);
    }

    private void settle(Handle handle, MoneyCase about) {
        switch (about.kind()) {
            case PAID_FOR_NOTHING -> payments.account(handle, List.of(about.payment()));
            case REFUND_REFUSED,
                    REFUND_TOO_LARGE,
                    SECOND_GUARD,
                    AMOUNT_DIFFERS,
                    PROVIDER_SILENT,
                    SEATS_NOT_RETURNED -> {}
        }
    }

    private Order halted(MoneyCase about) {
        Order order = saga.order(about.booking());
        if (order.step() != Step.HALTED) {
            throw closed();
        }
        return order;
    }

    private void go(MoneyCase about, MoneyCases.Closing closing, Order order, Move move) {
        if (!saga.commit(order, move.and(handle -> close(handle, about, closing)))) {
            throw closed();
        }
        saga.advance(order.id());
    }

    private void close(Handle handle, MoneyCase about, MoneyCases.Closing closing) {
        if (!cases.close(handle, about.id(), closing)) {
            throw closed();
        }
        audit.record(
                handle,
                AuditEntry.of(Act.OPERATOR_ACT, "money-case", about.id())
                        .by(closing.operator(), Roles.ADMIN)
                        .with("act", closing.act().word())
                        .with("kind", about.kind().word())
                        .with("booking", Ids.text(about.booking()))
                        .with("note", closing.note()));
    }

    static Problem unknown(String id) {
        return Problems.notFound("unknown-case", "There is no case " + id + ".");
    }

    private static Problem closed() {
        return new Problem(
                409,
                "case-closed",
                "The case is closed",
                "Someone has decided it in the meantime.");
    }
}
