package dev.cavea.ledger.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Reads bytes that may be anything: never past the end, never more than there is. */
public final class WireIn {

    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private final int end;
    private int at;

    public WireIn(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    public WireIn(byte[] bytes, int from, int length) {
        if (from < 0 || length < 0 || from > bytes.length - length) {
            throw new WireException(
                    "bytes %d to %d of %d".formatted(from, (long) from + length, bytes.length));
        }
        this.bytes = bytes;
        this.at = from;
        this.end = from + length;
    }

    public int getByte() {
        return bytes[take(1)] & 0xff;
    }

    public boolean getBoolean() {
        int value = getByte();
        if (value > 1) {
            throw new WireException("%d where 0 or 1 was expected".formatted(value));
        }
        return value == 1;
    }

    public int getShort() {
        return (short) SHORTS.get(bytes, take(2)) & 0xffff;
    }

    public int getInt() {
        return (int) INTS.get(bytes, take(4));
    }

    public long getLong() {
        return (long) LONGS.get(bytes, take(8));
    }

    public int getVarInt() {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = getByte();
            value |= (next & 0x7f) << shift;
            if (next < 0x80) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new WireException("a number of more than five bytes");
    }

    /**
     * A count of things of at least this many bytes each; never more than the remaining bytes can
     * hold.
     */
    public int getCount(int bytesEach) {
        int count = getInt();
        if (count < 0 || (long) count * bytesEach > remaining()) {
            throw new WireException(
                    "%d things of %d bytes in %d bytes".formatted(count, bytesEach, remaining()));
        }
        return count;
    }

    public byte[] getBytes(int length) {
        if (length < 0) {
            throw new WireException("a length of " + length);
        }
        int from = take(length);
        return Arrays.copyOfRange(bytes, from, from + length);
    }

    public int position() {
        return at;
    }

    public int remaining() {
        return end - at;
    }

    /** Nothing may follow what was read. */
    public void expectEnd() {
        if (at != end) {
            throw new WireException("%d bytes too many".formatted(end - at));
        }
    }

    private int take(int length) {
        int from = at;
        if (end - from < length) {
            throw new WireException(
                    "cut short: %d bytes where %d were expected".formatted(end - from, length));
        }
        at = from + length;
        return from;
    }
}
