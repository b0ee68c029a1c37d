package dev.cavea.ledger.wire;

import dev.cavea.ledger.core.Answer;
import java.util.ArrayList;
import java.util.List;

/**
 * What comes back in answer to a pack.
 *
 * @param session the pack's, or the one that it opened
 * @param logTimeMillis when the pack was decided
 * @param answers one per command, in order, if the outcome is {@link Outcome#DECIDED}
 */
public record AnswerPack(Outcome outcome, long session, long logTimeMillis, List<Answer> answers) {

    private static final int HEADER_BYTES = 25;

    /** What became of the pack. */
    public enum Outcome {
        /** Its commands were decided, now or when the pack came for the first time. */
        DECIDED(1),
        /** There is no such session, or it has ended; nothing was decided now. */
        SESSION_ENDED(2),
        /** Its answers were confirmed and are forgotten; nothing was decided now. */
        ALREADY_CONFIRMED(3);

        private final int number;

        Outcome(int number) {
            this.number = number;
        }

        private static Outcome of(int number) {
            return switch (number) {
                case 1 -> DECIDED;
                case 2 -> SESSION_ENDED;
                case 3 -> ALREADY_CONFIRMED;
                default -> throw new WireException("no pack has the outcome " + number);
            };
        }
    }

    public AnswerPack {
        answers = List.copyOf(answers);
    }

    public byte[] toBytes() {
        WireOut out = new WireOut(HEADER_BYTES + answers.size() * 64);
        Schema.write(out, Schema.ANSWERS);
        out.putByte(outcome.number);
        out.putLong(session);
        out.putLong(logTimeMillis);
        out.putInt(answers.size());
        for (Answer answer : answers) {
            Answers.write(out, answer);
        }
        return out.toBytes();
    }

    public static AnswerPack read(byte[] bytes) {
        WireIn in = new WireIn(bytes);
        Schema.check(in, Schema.ANSWERS);
        Outcome outcome = Outcome.of(in.getByte());
        long session = in.getLong();
        long logTimeMillis = in.getLong();
        int count = in.getCount(Answers.LEAST_BYTES);
        List<Answer> answers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            answers.add(Answers.read(in));
        }
        in.expectEnd();
        return new AnswerPack(outcome, session, logTimeMillis, answers);
    }
}
