package dev.cavea.platform.live.internal.house;

import dev.cavea.ledger.client.LedgerImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One house, kept fresh by the feed's thread and read by all others. Whatever readers get never
 * changes. {@link #cut} ends a delta; {@link #published} is as of the last cut, so that snapshot
 * and deltas fit together, while {@link #now} is as fresh as the feed.
 */
public final class LiveHouse {

    private final long house;
    private volatile long digest;
    private PackedStates states;
    private byte[] channels = new byte[0];
    private List<LiveArea> areas;
    private volatile long version;
    private final BitSet changedSeats = new BitSet();
    private final BitSet changedAreas = new BitSet();
    private final DeltaHistory history = new DeltaHistory();
    private volatile SeatMap published;
    private volatile SeatMap latest;

    /** A house the feed has not mentioned yet: everything is free. */
    public LiveHouse(long house, int seatCount, int[] areaCapacities) {
        this.house = house;
        this.states = new PackedStates(seatCount);
        this.areas = Arrays.stream(areaCapacities).mapToObj(LiveArea::new).toList();
        this.published = freeze();
        this.latest = published;
    }

    public long house() {
        return house;
    }

    /**
     * Names the plan that the bytes are about.
     *
     * @param planDigest the first eight bytes of its digest, the first of them lowest
     */
    public void knowPlan(long planDigest) {
        if (digest == planDigest) {
            return;
        }
        synchronized (this) {
            digest = planDigest;
            cut();
            published = freeze();
            latest = published;
        }
    }

    /** The whole house afresh, as after a break in the feed. Watchers get a snapshot. */
    public synchronized void reset(LedgerImage.House image) {
        states = PackedStates.of(image.states());
        channels = image.channels().clone();
        areas = image.areas().stream().map(LiveArea::new).toList();
        version = image.version();
        changedSeats.clear();
        changedAreas.clear();
        history.clear();
        published = freeze();
        latest = published;
    }

    /** Runs the changes of one event and takes its position as the version. */
    synchronized void change(long position, Runnable changes) {
        changes.run();
        version = position;
    }

    /** As fresh as the feed. */
    public SeatMap now() {
        SeatMap known = latest;
        if (known.version() == version) {
            return known;
        }
        synchronized (this) {
            if (latest.version() != version) {
                latest = freeze();
            }
            return latest;
        }
    }

    /** As of the last cut. */
    public SeatMap published() {
        return published;
    }

    /** Ends the running delta, unless nothing happened since the last. */
    public synchronized void cut() {
        if (version == published.version()) {
            return;
        }
        int[] seats = changedSeats.stream().map(seat -> (seat << 2) | states.get(seat)).toArray();
        Map<Integer, AreaCounts> counts = new TreeMap<>();
        changedAreas.stream().forEach(area -> counts.put(area, areas.get(area).counts()));
        Delta delta = new Delta(house, new Versions(published.version(), version), seats, counts);
        changedSeats.clear();
        changedAreas.clear();
        history.add(delta);
        published = freeze();
        latest = published;
    }

    /** The deltas from that version to the published one; null when a snapshot is needed. */
    public synchronized @Nullable List<Delta> since(long knownVersion) {
        return knownVersion == published.version() ? List.of() : history.since(knownVersion);
    }

    /** Seats and places that are neither held, sold nor blocked. */
    public synchronized int free() {
        int free = states.count(LedgerImage.FREE);
        for (LiveArea area : areas) {
            free += area.counts().free();
        }
        return free;
    }

    void open(int seatCount, int[] areaCapacities) {
        states = new PackedStates(seatCount);
        channels = new byte[0];
        areas = Arrays.stream(areaCapacities).mapToObj(LiveArea::new).toList();
    }

    void show(int seat, byte state) {
        if (states.set(seat, state)) {
            changedSeats.set(seat);
        }
    }

    void giveBack(int seat) {
        show(seat, SeatState.untaken(channel(seat)));
    }

    void keepFor(int seat, int channel) {
        if (channels.length == 0 && channel == 0) {
            return;
        }
        if (channels.length == 0) {
            channels = new byte[states.seatCount()];
        }
        channels[seat] = (byte) channel;
    }

    LiveArea area(int index) {
        changedAreas.set(index);
        return areas.get(index);
    }

    private int channel(int seat) {
        return channels.length == 0 ? 0 : channels[seat];
    }

    private SeatMap freeze() {
        List<AreaCounts> counts = new ArrayList<>(areas.size());
        for (LiveArea area : areas) {
            counts.add(area.counts());
        }
        return new SeatMap(house, version, states, List.copyOf(counts), digest);
    }
}
