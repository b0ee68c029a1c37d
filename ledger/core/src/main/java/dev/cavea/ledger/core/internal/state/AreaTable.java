package dev.cavea.ledger.core.internal.state;

import dev.cavea.ledger.core.LedgerBroken;
import dev.cavea.ledger.core.house.Layout.Area;
import dev.cavea.ledger.core.house.Rules;
import java.util.List;

/** How many places of each general-admission area are held, sold, and blocked for whom. */
public final class AreaTable {

    private final List<Area> areas;
    private final int[] held;
    private final int[] sold;
    private final int[] blocked;

    /** By area, then channel; empty as long as no place of the area was ever blocked. */
    private final int[][] blockedFor;

    AreaTable(List<Area> areas) {
        this.areas = areas;
        held = new int[areas.size()];
        sold = new int[areas.size()];
        blocked = new int[areas.size()];
        blockedFor = new int[areas.size()][0];
    }

    private AreaTable(AreaTable from) {
        areas = from.areas;
        held = from.held.clone();
        sold = from.sold.clone();
        blocked = from.blocked.clone();
        blockedFor = new int[areas.size()][];
        for (int area = 0; area < blockedFor.length; area++) {
            blockedFor[area] = from.blockedFor[area].clone();
        }
    }

    AreaTable copy() {
        return new AreaTable(this);
    }

    public int count() {
        return held.length;
    }

    public int capacity(int area) {
        return areas.get(area).capacity();
    }

    public int held(int area) {
        return held[area];
    }

    public int sold(int area) {
        return sold[area];
    }

    /** Free places that are kept for some channel. */
    public int blocked(int area) {
        return blocked[area];
    }

    public int blockedFor(int area, int channel) {
        return blockedFor[area].length == 0 ? 0 : blockedFor[area][channel];
    }

    /** Neither taken nor blocked. */
    public int free(int area) {
        return capacity(area) - held[area] - sold[area] - blocked[area];
    }

    /** Takes places for a hold, from the channel's block first; returns how many came from it. */
    int hold(int area, int quantity, int channel) {
        int fromBlock = Math.min(quantity, blockedFor(area, channel));
        block(area, channel, -fromBlock);
        held[area] += quantity;
        check(area);
        return fromBlock;
    }

    void release(int area, int quantity, int channel, int toBlock) {
        held[area] -= quantity;
        block(area, channel, toBlock);
        check(area);
    }

    void sell(int area, int quantity) {
        held[area] -= quantity;
        sold[area] += quantity;
        check(area);
    }

    void giveBack(int area, int quantity, int channel) {
        sold[area] -= quantity;
        if (channel != Rules.PUBLIC) {
            block(area, channel, quantity);
        }
        check(area);
    }

    /** A negative quantity unblocks. */
    void block(int area, int channel, int quantity) {
        if (quantity == 0) {
            return;
        }
        if (blockedFor[area].length == 0) {
            blockedFor[area] = new int[Rules.MAX_CHANNEL + 1];
        }
        blockedFor[area][channel] += quantity;
        blocked[area] += quantity;
        if (blockedFor[area][channel] < 0) {
            throw new LedgerBroken("area " + area + " has a negative block for " + channel);
        }
        check(area);
    }

    /** Counts what a restored hold or sale has. */
    void restore(int area, int quantity, boolean isSold) {
        (isSold ? sold : held)[area] += quantity;
        check(area);
    }

    private void check(int area) {
        if (held[area] < 0 || sold[area] < 0 || free(area) < 0) {
            throw new LedgerBroken(
                    "area %d of %d places: %d held, %d sold, %d blocked"
                            .formatted(
                                    area, capacity(area), held[area], sold[area], blocked[area]));
        }
    }

    long hash() {
        long hash = 0;
        for (int area = 0; area < held.length; area++) {
            hash = Mix.chain(hash, held[area]);
            hash = Mix.chain(hash, sold[area]);
            for (int channel = 1; channel <= Rules.MAX_CHANNEL; channel++) {
                int places = blockedFor(area, channel);
                hash = places == 0 ? hash : Mix.chain(hash, (long) channel << 32 | places);
            }
        }
        return hash;
    }
}
