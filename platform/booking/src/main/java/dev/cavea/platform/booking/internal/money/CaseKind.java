package dev.cavea.platform.booking.internal.money;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Why a person must look, and what can be done then. */
public enum CaseKind {
    /** The provider will not refund the money. */
    REFUND_REFUSED(CaseAct.RETRY_REFUND, CaseAct.MARK_REFUNDED),
    /** More would have been refunded than was paid; nothing was sent. */
    REFUND_TOO_LARGE(CaseAct.MARK_REFUNDED),
    /** Paid and sold, but a seat of it has another ticket in force. */
    SECOND_GUARD(CaseAct.FINISH, CaseAct.GIVE_BACK),
    /** The provider took a different amount than it was asked for. */
    AMOUNT_DIFFERS(CaseAct.LOOK_AGAIN, CaseAct.CLOSE),
    /** The provider was asked for a week and has not said how the payment ended. */
    PROVIDER_SILENT(CaseAct.LOOK_AGAIN, CaseAct.CLOSE),
    /** Money was taken for a booking that does not exist. */
    PAID_FOR_NOTHING(CaseAct.CLOSE),
    /** The money goes back, but the ledger did not take the seats back. */
    SEATS_NOT_RETURNED(CaseAct.CLOSE);

    @SuppressWarnings("ImmutableEnumChecker") // It is: List.of made it.
    private final List<CaseAct> acts;

    CaseKind(CaseAct... acts) {
        this.acts = List.of(acts);
    }

    public List<CaseAct> acts() {
        return acts;
    }

    /** As in answers and in the table. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static CaseKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no kind of case " + word));
    }
}
