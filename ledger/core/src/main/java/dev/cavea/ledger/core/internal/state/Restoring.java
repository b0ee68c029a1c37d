package dev.cavea.ledger.core.internal.state;

import dev.cavea.ledger.core.LedgerBroken;
import dev.cavea.ledger.core.event.HouseOpened;
import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.ledger.core.snapshot.HoldState;
import dev.cavea.ledger.core.snapshot.HouseState;
import dev.cavea.ledger.core.snapshot.HouseState.AreaBlock;

/** Builds a house from its snapshot. */
public final class Restoring {

    private final House house;

    private Restoring(HouseState state) {
        Layout layout = state.layout();
        house = new House(new HouseOpened(state.house(), layout, state.rules()), state.version());
        house.closed = state.closed();
    }

    public static House house(HouseState state) {
        Restoring restoring = new Restoring(state);
        restoring.blocks(state);
        for (HoldState hold : state.holds()) {
            restoring.hold(hold);
        }
        return restoring.house;
    }

    private void blocks(HouseState state) {
        byte[] channels = state.channels();
        if (channels.length != house.floor.seatCount()) {
            throw new LedgerBroken("house " + house.id + " has " + channels.length + " channels");
        }
        for (int seat = 0; seat < channels.length; seat++) {
            if (channels[seat] != Rules.PUBLIC) {
                house.seats.block(seat, channels[seat] & 0xff);
                house.rows.changed(seat, -1);
            }
        }
        for (AreaBlock block : state.areaBlocks()) {
            house.areas.block(block.area(), block.channel(), block.quantity());
        }
    }

    private void hold(HoldState hold) {
        HoldTable holds = house.holds;
        int slot =
                holds.add(
                        hold.id(), hold.buyer(), hold.channel(), hold.ordinal(), hold.endMillis());
        holds.extend(slot, hold.endMillis(), hold.extensions());
        holds.pin(slot, hold.pinnedUntilMillis());
        house.buyers.add(hold.buyer(), hold.places().count());
        switch (hold.places()) {
            case Places.Seated(Seats seats) -> house.events.seat(slot, seats);
            case Places.Standing(int area, int quantity) -> {
                house.areas.restore(area, quantity, hold.sold());
                holds.stand(slot, area, quantity, hold.fromBlock());
            }
        }
        if (hold.sold()) {
            holds.sell(slot);
        } else {
            house.due.add(slot, holds.due(slot), hold.ordinal());
        }
    }
}
