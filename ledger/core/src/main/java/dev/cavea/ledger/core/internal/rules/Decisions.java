package dev.cavea.ledger.core.internal.rules;

import dev.cavea.ledger.core.Rejection;
import dev.cavea.ledger.core.command.BlockSeats;
import dev.cavea.ledger.core.command.ChangeRules;
import dev.cavea.ledger.core.command.CloseHouse;
import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.command.ExtendHold;
import dev.cavea.ledger.core.command.HoldBest;
import dev.cavea.ledger.core.command.HoldCapacity;
import dev.cavea.ledger.core.command.HoldSeats;
import dev.cavea.ledger.core.command.MoveSeats;
import dev.cavea.ledger.core.command.OpenHouse;
import dev.cavea.ledger.core.command.PinHold;
import dev.cavea.ledger.core.command.ReleaseHold;
import dev.cavea.ledger.core.command.ReturnSeats;
import dev.cavea.ledger.core.command.SellHold;
import dev.cavea.ledger.core.command.UnblockSeats;
import dev.cavea.ledger.core.internal.state.House;
import org.jspecify.annotations.Nullable;

/** Routes a command to its rules. */
public final class Decisions {

    private Decisions() {}

    /**
     * @param house the one the command is about, null if there is none
     */
    public static Decision decide(@Nullable House house, Command command, long nowMillis) {
        if (command instanceof OpenHouse open) {
            return Opening.open(house, open);
        }
        if (house == null) {
            return Decision.refuse(Rejection.HOUSE_UNKNOWN);
        }
        return switch (command) {
            case HoldSeats(_, var id, long buyer, int channel, var seats) ->
                    new Holding(house, id, buyer, channel, nowMillis).seats(seats);
            case HoldBest(_, var id, long buyer, int channel, var wish) ->
                    new Holding(house, id, buyer, channel, nowMillis).best(wish);
            case HoldCapacity(_, var id, long buyer, int channel, int area, int quantity) ->
                    new Holding(house, id, buyer, channel, nowMillis).capacity(area, quantity);
            case ExtendHold extend -> Keeping.extend(house, extend, nowMillis);
            case ReleaseHold release -> Keeping.release(house, release, nowMillis);
            case PinHold pin -> Keeping.pin(house, pin, nowMillis);
            case SellHold sell -> Selling.sell(house, sell);
            case ReturnSeats giveBack -> Selling.giveBack(house, giveBack);
            case MoveSeats move -> Selling.move(house, move);
            case BlockSeats block -> Blocking.block(house, block);
            case UnblockSeats unblock -> Blocking.unblock(house, unblock);
            case ChangeRules change -> Opening.change(house, change);
            case CloseHouse close -> Opening.close(house, close, nowMillis);
            case OpenHouse open -> Opening.open(house, open);
        };
    }
}
