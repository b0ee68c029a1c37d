package dev.cavea.ledger.wire;

import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.Rejection;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Seats;

/** An answer: its kind, then its fields in the order of the record. */
final class Answers {

    /** Kind, number and count of a rejection. */
    static final int LEAST_BYTES = 6;

    private static final int HELD = 1;
    private static final int DONE = 2;
    private static final int REJECTED = 3;

    private Answers() {}

    static void write(WireOut out, Answer answer) {
        switch (answer) {
            case Answer.Held(HoldId hold, Places places, long expiresAtMillis, long position) -> {
                out.putByte(HELD);
                Words.write(out, hold);
                Words.write(out, places);
                out.putLong(expiresAtMillis);
                out.putLong(position);
            }
            case Answer.Done(long position) -> {
                out.putByte(DONE);
                out.putLong(position);
            }
            case Answer.Rejected(Rejection reason, Seats seats) -> {
                out.putByte(REJECTED);
                out.putByte(reason.number());
                Words.write(out, seats);
            }
        }
    }

    static Answer read(WireIn in) {
        int kind = in.getByte();
        return switch (kind) {
            case HELD ->
                    new Answer.Held(Words.holdId(in), Words.places(in), in.getLong(), in.getLong());
            case DONE -> new Answer.Done(in.getLong());
            case REJECTED -> new Answer.Rejected(rejection(in.getByte()), Words.seats(in));
            default -> throw new WireException("no answer has the kind " + kind);
        };
    }

    private static Rejection rejection(int number) {
        try {
            return Rejection.of(number);
        } catch (IllegalArgumentException e) {
            throw new WireException("no rejection has the number " + number);
        }
    }
}
