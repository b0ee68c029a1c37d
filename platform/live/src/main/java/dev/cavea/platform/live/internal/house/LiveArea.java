package dev.cavea.platform.live.internal.house;

import dev.cavea.ledger.client.LedgerImage;
import dev.cavea.ledger.core.house.HoldId;
import java.util.HashMap;
import java.util.Map;

/** A general-admission area: counts, and how many of them are set aside for channels. */
final class LiveArea {

    private final int capacity;
    private int held;
    private int sold;
    private int blocked;
    private final Map<Integer, Integer> blocks = new HashMap<>();
    private final Map<HoldId, LedgerImage.FromBlock> fromBlock = new HashMap<>();

    LiveArea(int capacity) {
        this.capacity = capacity;
    }

    LiveArea(LedgerImage.Area image) {
        capacity = image.capacity();
        held = image.held();
        sold = image.sold();
        blocked = image.blocked();
        image.blocks().forEach(block -> blocks.put(block.channel(), block.quantity()));
        image.fromBlock().forEach(part -> fromBlock.put(part.hold(), part));
    }

    AreaCounts counts() {
        return new AreaCounts(capacity, held, sold, blocked);
    }

    /** As the ledger does: first from the channel's block, then from free places. */
    void hold(HoldId hold, int quantity, int channel) {
        int kept = channel == 0 ? 0 : Math.min(quantity, blocks.getOrDefault(channel, 0));
        if (kept > 0) {
            block(channel, -kept);
            fromBlock.put(hold, new LedgerImage.FromBlock(hold, channel, kept));
        }
        held += quantity;
    }

    void release(HoldId hold, int quantity) {
        held -= quantity;
        LedgerImage.FromBlock back = fromBlock.remove(hold);
        if (back != null) {
            block(back.channel(), back.quantity());
        }
    }

    void sell(HoldId hold, int quantity) {
        held -= quantity;
        sold += quantity;
        fromBlock.remove(hold);
    }

    void giveBack(int quantity, int channel) {
        sold -= quantity;
        if (channel != 0) {
            block(channel, quantity);
        }
    }

    void block(int channel, int quantity) {
        blocked += quantity;
        blocks.merge(channel, quantity, Integer::sum);
    }
}
