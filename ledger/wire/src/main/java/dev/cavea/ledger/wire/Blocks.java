package dev.cavea.ledger.wire;

import java.util.zip.CRC32C;

/**
 * A block: a length, a checksum (CRC32C) of what follows, and that; blocks are stored one after
 * another.
 */
final class Blocks {

    static final int HEADER_BYTES = 8;

    private Blocks() {}

    /** Leaves room for the header and returns its place, for {@link #end}. */
    static int start(WireOut out) {
        int start = out.size();
        out.putInt(0);
        out.putInt(0);
        return start;
    }

    static void end(WireOut out, int start) {
        int body = start + HEADER_BYTES;
        int length = out.size() - body;
        out.setInt(start, length);
        out.setInt(start + Integer.BYTES, checksum(out.array(), body, length));
    }

    /** The body of the next block. */
    static WireIn read(WireIn in, int leastBytes, String what) {
        int length = in.getInt();
        if (length < leastBytes || length > in.remaining() - Integer.BYTES) {
            throw new WireException("%s of %d bytes".formatted(what, length));
        }
        int expected = in.getInt();
        return checked(in.getBytes(length), expected, what);
    }

    static WireIn checked(byte[] body, int expected, String what) {
        if (checksum(body, 0, body.length) != expected) {
            throw new WireException(what + " is damaged: its checksum differs");
        }
        return new WireIn(body);
    }

    private static int checksum(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
