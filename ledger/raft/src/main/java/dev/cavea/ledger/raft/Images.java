package dev.cavea.ledger.raft;

import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.snapshot.FrozenHouse;
import dev.cavea.ledger.core.snapshot.HoldState;
import dev.cavea.ledger.core.snapshot.HouseState;
import dev.cavea.ledger.core.snapshot.LedgerSnapshot;
import dev.cavea.ledger.wire.Image;
import java.util.ArrayList;
import java.util.List;

/** Builds the image that seat maps start from: what is taken, but not by whom. */
final class Images {

    private Images() {}

    static Image of(LedgerSnapshot snapshot) {
        return new Image(
                snapshot.head().position(),
                snapshot.head().logTimeMillis(),
                snapshot.houses().stream().map(Images::house).toList());
    }

    private static Image.House house(FrozenHouse house) {
        HouseState state = house.state();
        byte[] seats = house.seatStates();
        return new Image.House(
                house.house(),
                house.version(),
                house.closed(),
                seats.length,
                Image.pack(seats),
                hasAny(state.channels()) ? state.channels() : new byte[0],
                areas(house, state));
    }

    private static boolean hasAny(byte[] channels) {
        for (byte channel : channels) {
            if (channel != 0) {
                return true;
            }
        }
        return false;
    }

    private static List<Image.Area> areas(FrozenHouse house, HouseState state) {
        List<Image.Area> areas = new ArrayList<>();
        for (FrozenHouse.AreaCounts counts : house.areas()) {
            int area = areas.size();
            areas.add(
                    new Image.Area(
                            counts.capacity(),
                            counts.held(),
                            counts.sold(),
                            counts.blocked(),
                            blocks(area, state),
                            fromBlock(area, state)));
        }
        return areas;
    }

    private static List<Image.Block> blocks(int area, HouseState state) {
        return state.areaBlocks().stream()
                .filter(block -> block.area() == area)
                .map(block -> new Image.Block(block.channel(), block.quantity()))
                .toList();
    }

    private static List<Image.FromBlock> fromBlock(int area, HouseState state) {
        return state.holds().stream()
                .filter(hold -> isOf(area, hold) && hold.fromBlock() > 0)
                .map(hold -> new Image.FromBlock(hold.id(), hold.channel(), hold.fromBlock()))
                .toList();
    }

    private static boolean isOf(int area, HoldState hold) {
        return hold.places() instanceof Places.Standing standing && standing.area() == area;
    }
}
