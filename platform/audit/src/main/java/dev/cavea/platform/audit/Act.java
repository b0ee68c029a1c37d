package dev.cavea.platform.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything that leaves an entry in the audit trail. The words are part of the contract. */
public enum Act {
    REGISTER,
    LOG_IN,
    LOG_IN_FAILED,
    /** Too many wrong passwords: the account must wait. */
    LOG_IN_SLOWED,
    /** What strangers tried so often that it was only counted. */
    LOG_INS_NOT_WRITTEN,
    ROLE_CHANGED,
    PASSWORD_CHANGED,
    /** What was bought as this guest is the account's from then on. */
    GUEST_ADOPTED,
    EVENT_CREATED,
    EVENT_CHANGED,
    PRICES_CHANGED,
    EVENT_PUBLISHED,
    EVENT_CANCELLED,
    DRAFT_REMOVED,
    CHANNELS_CHANGED,
    SEATS_BLOCKED,
    SEATS_UNBLOCKED,
    SALE_STOPPED,
    SALE_RESUMED,
    BOOKING_CANCELLED,
    REFUND,
    /** What an operator did about something that needed a person; the entry says what. */
    OPERATOR_ACT;

    /** As in the table, the log and the API: {@code role-changed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Act> of(String word) {
        return Arrays.stream(values()).filter(act -> act.word().equals(word)).findFirst();
    }
}
