package dev.cavea.ledger.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes that grow as they are written. */
public final class WireOut {

    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes;
    private int size;

    public WireOut(int expectedBytes) {
        bytes = new byte[Math.max(16, expectedBytes)];
    }

    public void putByte(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    public void putBoolean(boolean value) {
        putByte(value ? 1 : 0);
    }

    public void putShort(int value) {
        ensure(2);
        SHORTS.set(bytes, size, (short) value);
        size += 2;
    }

    public void putInt(int value) {
        ensure(4);
        INTS.set(bytes, size, value);
        size += 4;
    }

    public void putLong(long value) {
        ensure(8);
        LONGS.set(bytes, size, value);
        size += 8;
    }

    /** Seven bits per byte; small numbers of either sign take few bytes. */
    public void putVarInt(int value) {
        ensure(5);
        int rest = (value << 1) ^ (value >> 31);
        while ((rest & ~0x7f) != 0) {
            bytes[size++] = (byte) ((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    public void putBytes(byte[] from) {
        putBytes(from, 0, from.length);
    }

    public void putBytes(byte[] from, int offset, int length) {
        ensure(length);
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    /** Overwrites what was written before, for a length or a count that is known only later. */
    public void setInt(int at, int value) {
        INTS.set(bytes, at, value);
    }

    public int size() {
        return size;
    }

    /** The index that the next byte goes to. */
    public void moveTo(int at) {
        size = 0;
        ensure(at);
        size = at;
    }

    /** The array that is written to; only its first {@link #size} bytes count. */
    public byte[] array() {
        return bytes;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
