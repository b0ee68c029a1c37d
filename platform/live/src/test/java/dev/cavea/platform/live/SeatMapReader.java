package dev.cavea.platform.live;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A client of docs/reference/seat-map-format.md, written from that page alone: it keeps a map up to
 * date from snapshots and deltas and says when it missed something.
 */
public final class SeatMapReader {

    public enum Outcome {
        APPLIED,
        PASSED_OVER,
        MISSED_SOMETHING
    }

    public record Area(int capacity, int held, int sold, int blocked) {}

    private long event;
    private long version = -1;
    private long digest;
    private int[] states = new int[0];
    private List<Area> areas = List.of();

    public Outcome read(byte[] message) {
        ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        require(in.get() == 'C' && in.get() == 'V' && in.get() == 'S' && in.get() == 'M', "magic");
        require(in.get() == 1, "format");
        byte kind = in.get();
        int areaCount = Short.toUnsignedInt(in.getShort());
        event = in.getLong();
        Outcome outcome = kind == 1 ? snapshot(in, areaCount) : delta(in, areaCount);
        require(outcome != Outcome.APPLIED || !in.hasRemaining(), "length");
        return outcome;
    }

    private Outcome snapshot(ByteBuffer in, int areaCount) {
        version = in.getLong();
        digest = in.getLong();
        int seats = in.getInt();
        require(in.getInt() == 0, "zero");
        byte[] packed = new byte[(seats + 15) / 16 * 4];
        in.get(packed);
        states = new int[seats];
        for (int i = 0; i < seats; i++) {
            states[i] = (packed[i / 4] >> (i % 4 * 2)) & 3;
        }
        areas = new ArrayList<>();
        for (int i = 0; i < areaCount; i++) {
            areas.add(new Area(in.getInt(), in.getInt(), in.getInt(), in.getInt()));
        }
        return Outcome.APPLIED;
    }

    private Outcome delta(ByteBuffer in, int areaCount) {
        long after = in.getLong();
        long start = in.getLong();
        if (after <= version) {
            return Outcome.PASSED_OVER;
        }
        if (start != version) {
            return Outcome.MISSED_SOMETHING;
        }
        int changes = in.getInt();
        require(in.getInt() == 0, "zero");
        for (int i = 0; i < changes; i++) {
            int change = in.getInt();
            states[change >>> 2] = change & 3;
        }
        for (int i = 0; i < areaCount; i++) {
            int area = in.getInt();
            int capacity = areas.get(area).capacity();
            areas.set(area, new Area(capacity, in.getInt(), in.getInt(), in.getInt()));
        }
        version = after;
        return Outcome.APPLIED;
    }

    public long event() {
        return event;
    }

    public long version() {
        return version;
    }

    /** The eight bytes as they are there. */
    public String digestHex() {
        return "%016x".formatted(Long.reverseBytes(digest));
    }

    public int state(int seat) {
        return states[seat];
    }

    public int[] states() {
        return states.clone();
    }

    public List<Area> areas() {
        return List.copyOf(areas);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("not a seat map: " + what);
        }
    }
}
