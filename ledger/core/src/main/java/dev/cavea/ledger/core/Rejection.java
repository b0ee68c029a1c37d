package dev.cavea.ledger.core;

/**
 * Why a command was refused. A refused command changes nothing. When several apply, the lowest
 * number wins. Numbers are part of the wire format: never reuse one.
 */
public enum Rejection {
    HOUSE_UNKNOWN(1),
    HOUSE_ALREADY_OPEN(2),
    HOUSE_CLOSED(3),
    LAYOUT_INVALID(4),
    RULES_INVALID(5),
    COUNT_OUT_OF_RANGE(6),
    SEAT_UNKNOWN(7),
    SEAT_NAMED_TWICE(8),
    AREA_UNKNOWN(9),
    CHANNEL_UNKNOWN(10),
    HOLD_ID_REUSED(11),
    HOLD_GONE(12),
    HOLD_ALREADY_SOLD(13),
    NOT_THE_OWNER(14),
    SALE_UNKNOWN(15),
    SALE_NOT_OPEN(16),
    SALE_OVER(17),
    BUYER_LIMIT_EXCEEDED(18),
    EXTENSIONS_USED_UP(19),
    HOLD_PINNED(20),
    GRACE_OUT_OF_RANGE(21),
    SEAT_NOT_IN_SALE(22),
    SEAT_ALREADY_SOLD(23),
    SEAT_ALREADY_HELD(24),
    SEAT_BLOCKED(25),
    SEAT_NOT_BLOCKED(26),
    CAPACITY_EXHAUSTED(27),
    ORPHAN_SEAT_LEFT(28),
    NOT_ENOUGH_SEATS(29),
    NOT_ENOUGH_TOGETHER(30);

    private static final Rejection[] BY_NUMBER = new Rejection[64];

    static {
        for (Rejection rejection : values()) {
            BY_NUMBER[rejection.number] = rejection;
        }
    }

    private final int number;

    Rejection(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** Throws IllegalArgumentException if no rejection has that number. */
    public static Rejection of(int number) {
        Rejection found = number > 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : null;
        if (found == null) {
            throw new IllegalArgumentException("no rejection has the number " + number);
        }
        return found;
    }
}
