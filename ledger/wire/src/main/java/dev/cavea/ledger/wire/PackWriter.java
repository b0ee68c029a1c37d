package dev.cavea.ledger.wire;

import dev.cavea.ledger.core.command.Command;

/** Gathers commands for one pack after another. Not thread-safe. */
public final class PackWriter {

    private final int maxBytes;
    private final WireOut out;
    private int count;

    /**
     * @param maxBytes a pack ends before this size, unless a single command is longer
     */
    public PackWriter(int maxBytes) {
        this.maxBytes = maxBytes;
        this.out = new WireOut(Math.min(maxBytes, 1 << 16));
        start();
    }

    /**
     * Whether the command went into this pack. If not, finish the pack and add it to the next.
     *
     * @throws WireException if it is longer than any pack may be
     */
    public boolean add(Command command) {
        int before = out.size();
        Commands.write(out, command);
        if (out.size() - before > Pack.MAX_BYTES - Pack.HEADER_BYTES) {
            int length = out.size() - before;
            out.moveTo(before);
            throw new WireException(
                    "a command of %d bytes; %d are allowed"
                            .formatted(length, Pack.MAX_BYTES - Pack.HEADER_BYTES));
        }
        if (count > 0 && out.size() > maxBytes) {
            out.moveTo(before);
            return false;
        }
        count++;
        return true;
    }

    public int count() {
        return count;
    }

    /** The pack; the writer is ready for the next. */
    public byte[] finish(long session, long number, long confirmedBelow) {
        return finish(Pack.Purpose.COMMANDS, session, number, confirmedBelow);
    }

    byte[] finish(Pack.Purpose purpose, long session, long number, long confirmedBelow) {
        int end = out.size();
        out.moveTo(0);
        Schema.write(out, Schema.PACK);
        out.putByte(purpose.number());
        out.putLong(session);
        out.putLong(number);
        out.putLong(confirmedBelow);
        out.putLong(0);
        out.putInt(count);
        out.moveTo(end);
        byte[] pack = out.toBytes();
        start();
        return pack;
    }

    private void start() {
        count = 0;
        out.moveTo(Pack.HEADER_BYTES);
    }
}
