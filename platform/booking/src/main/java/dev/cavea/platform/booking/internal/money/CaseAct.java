package dev.cavea.platform.booking.internal.money;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an operator can do about a case. */
public enum CaseAct {
    /** Ask the provider for the refund once more. */
    RETRY_REFUND(false),
    /** The money went back another way. */
    MARK_REFUNDED(true),
    /** Continue the booking where it stopped. */
    FINISH(false),
    /** End the booking: its seats are free again, and the money goes back. */
    GIVE_BACK(false),
    /** Ask the provider about the payment, and accept its answer. */
    LOOK_AGAIN(false),
    /** It was settled outside; nothing is done here. */
    CLOSE(true);

    private final boolean needsNote;

    CaseAct(boolean needsNote) {
        this.needsNote = needsNote;
    }

    /** Whether the operator must say what was done elsewhere. */
    public boolean needsNote() {
        return needsNote;
    }

    /** As in the path and the table. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<CaseAct> of(String word) {
        return Arrays.stream(values()).filter(act -> act.word().equals(word)).findFirst();
    }
}
