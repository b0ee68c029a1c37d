package dev.cavea.platform.live.internal.house;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What changed between two versions; each seat appears once, with its last state. */
public final class Delta {

    private final long house;
    private final Versions versions;
    private final int[] seats;
    private final Map<Integer, AreaCounts> areas;
    private final byte[] bytes;
    private @Nullable String text;

    Delta(long house, Versions versions, int[] seats, Map<Integer, AreaCounts> areas) {
        this.house = house;
        this.versions = versions;
        this.seats = seats;
        this.areas = areas;
        this.bytes = SeatMapFormat.delta(house, versions, seats, areas);
    }

    public long house() {
        return house;
    }

    public long from() {
        return versions.from();
    }

    public long to() {
        return versions.to();
    }

    public int seatCount() {
        return seats.length;
    }

    public int seat(int i) {
        return seats[i] >>> 2;
    }

    public int state(int i) {
        return seats[i] & 3;
    }

    /** Those that changed, by index. */
    public Map<Integer, AreaCounts> areas() {
        return areas;
    }

    /** Shared: never write to the array. */
    public byte[] bytes() {
        return bytes;
    }

    /** The delta as JSON, made for the first who asks and kept for everyone else. */
    public synchronized String text(Function<Delta, String> words) {
        if (text == null) {
            text = words.apply(this);
        }
        return text;
    }
}
