package dev.cavea.ledger.core.internal.state;

import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Layout.Area;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Rules.Window;

/** One number for the whole state of a house, independent of slots and table layout. */
public final class HouseHash {

    private HouseHash() {}

    public static long of(House house) {
        long hash = Mix.chain(house.id, house.version);
        hash = Mix.chain(hash, house.closed ? 1 : 0);
        hash = Mix.chain(hash, ofLayout(house.floor.layout()));
        hash = Mix.chain(hash, ofRules(house.rules));
        hash = Mix.chain(hash, ofSeats(house));
        hash = Mix.chain(hash, ofHolds(house));
        hash = Mix.chain(hash, house.areas.hash());
        return Mix.chain(hash, house.buyers.hash());
    }

    private static long ofLayout(Layout layout) {
        long hash = layout.seatCount();
        for (int row = 0; row < layout.rowCount(); row++) {
            hash =
                    Mix.chain(
                            hash, (long) layout.rowStarts()[row] << 16 | layout.rowSections()[row]);
        }
        for (int seat = 0; seat < layout.seatCount(); seat++) {
            long kind = (long) layout.qualities()[seat] << 16 | layout.zones()[seat] << 8;
            hash = Mix.chain(hash, kind | layout.flags()[seat]);
        }
        for (Area area : layout.areas()) {
            hash = Mix.chain(hash, (long) area.capacity() << 8 | area.zone());
        }
        return hash;
    }

    private static long ofRules(Rules rules) {
        long hash = Mix.chain(rules.maxSeatsPerHold(), rules.maxSeatsPerBuyer());
        hash = Mix.chain(hash, rules.holdMillis());
        hash = Mix.chain(hash, rules.maxExtensions());
        hash = Mix.chain(hash, rules.refuseOrphans() ? 1 : 0);
        hash = Mix.chain(hash, rules.orphansAllowedBelow());
        for (Window window : rules.windows()) {
            hash = Mix.chain(hash, window.channel());
            hash = Mix.chain(hash, window.opensAtMillis());
            hash = Mix.chain(hash, window.closesAtMillis());
        }
        return hash;
    }

    private static long ofSeats(House house) {
        long hash = 0;
        for (int seat = 0; seat < house.floor.seatCount(); seat++) {
            hash = Mix.chain(hash, house.seats.channel(seat));
        }
        return hash;
    }

    /** A sum, because the order of slots means nothing. */
    private static long ofHolds(House house) {
        long sum = 0;
        for (int slot = 0; slot < house.holds.slots(); slot++) {
            if (house.holds.count(slot) > 0) {
                sum += ofHold(house, slot);
            }
        }
        return sum;
    }

    private static long ofHold(House house, int slot) {
        HoldTable holds = house.holds;
        long hash = Mix.scatter(holds.id(slot));
        hash = Mix.chain(hash, holds.ordinal(slot));
        hash = Mix.chain(hash, holds.buyer(slot));
        hash = Mix.chain(hash, holds.channel(slot) << 1 | (holds.isSold(slot) ? 1 : 0));
        hash = Mix.chain(hash, holds.end(slot));
        hash = Mix.chain(hash, holds.pinnedUntil(slot));
        hash = Mix.chain(hash, holds.extensions(slot));
        hash = Mix.chain(hash, holds.fromBlock(slot));
        hash = Mix.chain(hash, holds.count(slot));
        if (holds.isStanding(slot)) {
            return Mix.chain(hash, ~holds.area(slot));
        }
        int seat = holds.firstSeat(slot);
        for (int i = holds.count(slot); i > 0; i--) {
            hash = Mix.chain(hash, seat);
            seat = house.seats.next(seat);
        }
        return hash;
    }
}
