package dev.cavea.ledger.wire;

/** What may be asked of a member without going through the log. Nothing here decides anything. */
public sealed interface Question {

    /** All houses as of one position. */
    record AskImage() implements Question {}

    /**
     * The feed from a position on.
     *
     * @param maxBytes of records in the answer, unless the first one is longer
     * @param waitMillis how long to wait for the position to be reached; then the answer is empty
     */
    record AskFeed(long fromPosition, int maxBytes, int waitMillis) implements Question {}

    default byte[] toBytes() {
        WireOut out = new WireOut(24);
        Schema.write(out, Schema.QUESTION);
        switch (this) {
            case AskImage image -> out.putByte(1);
            case AskFeed(long fromPosition, int maxBytes, int waitMillis) -> {
                out.putByte(2);
                out.putLong(fromPosition);
                out.putInt(maxBytes);
                out.putInt(waitMillis);
            }
        }
        return out.toBytes();
    }

    static Question read(byte[] bytes) {
        WireIn in = new WireIn(bytes);
        Schema.check(in, Schema.QUESTION);
        int kind = in.getByte();
        Question question =
                switch (kind) {
                    case 1 -> new AskImage();
                    case 2 -> new AskFeed(in.getLong(), in.getInt(), in.getInt());
                    default -> throw new WireException("no question has the kind " + kind);
                };
        in.expectEnd();
        return question;
    }
}
