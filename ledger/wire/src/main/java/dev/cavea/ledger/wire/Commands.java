package dev.cavea.ledger.wire;

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
import dev.cavea.ledger.core.house.HoldId;

/** A command: its kind, its house, then its fields in the order of the record. */
final class Commands {

    /** Kind and house. */
    static final int LEAST_BYTES = 9;

    private static final int OPEN_HOUSE = 1;
    private static final int CHANGE_RULES = 2;
    private static final int HOLD_SEATS = 3;
    private static final int HOLD_BEST = 4;
    private static final int HOLD_CAPACITY = 5;
    private static final int EXTEND_HOLD = 6;
    private static final int RELEASE_HOLD = 7;
    private static final int PIN_HOLD = 8;
    private static final int SELL_HOLD = 9;
    private static final int RETURN_SEATS = 10;
    private static final int BLOCK_SEATS = 11;
    private static final int UNBLOCK_SEATS = 12;
    private static final int MOVE_SEATS = 13;
    private static final int CLOSE_HOUSE = 14;

    private Commands() {}

    static void write(WireOut out, Command command) {
        out.putByte(kind(command));
        out.putLong(command.house());
        switch (command) {
            case OpenHouse open -> {
                HouseWords.write(out, open.layout());
                HouseWords.write(out, open.rules());
            }
            case ChangeRules change -> HouseWords.write(out, change.rules());
            case HoldSeats hold -> {
                writeHolder(out, hold.hold(), hold.buyer(), hold.channel());
                Words.write(out, hold.seats());
            }
            case HoldBest hold -> {
                writeHolder(out, hold.hold(), hold.buyer(), hold.channel());
                Words.write(out, hold.wish());
            }
            case HoldCapacity hold -> {
                writeHolder(out, hold.hold(), hold.buyer(), hold.channel());
                out.putInt(hold.area());
                out.putInt(hold.quantity());
            }
            case ExtendHold extend -> writeHold(out, extend.hold(), extend.buyer());
            case ReleaseHold release -> writeHold(out, release.hold(), release.buyer());
            case PinHold pin -> writeHold(out, pin.hold(), pin.graceMillis());
            case SellHold sell -> Words.write(out, sell.hold());
            case ReturnSeats back -> {
                Words.write(out, back.sale());
                out.putInt(back.channel());
                Words.write(out, back.places());
            }
            case BlockSeats block -> {
                out.putInt(block.channel());
                Words.write(out, block.places());
            }
            case UnblockSeats unblock -> {
                out.putInt(unblock.channel());
                Words.write(out, unblock.places());
            }
            case MoveSeats move -> {
                Words.write(out, move.sale());
                Words.write(out, move.from());
                Words.write(out, move.to());
            }
            case CloseHouse close -> {}
        }
    }

    static Command read(WireIn in) {
        int kind = in.getByte();
        long house = in.getLong();
        return switch (kind) {
            case OPEN_HOUSE -> new OpenHouse(house, HouseWords.layout(in), HouseWords.rules(in));
            case CHANGE_RULES -> new ChangeRules(house, HouseWords.rules(in));
            case HOLD_SEATS ->
                    new HoldSeats(
                            house, Words.holdId(in), in.getLong(), in.getInt(), Words.seats(in));
            case HOLD_BEST ->
                    new HoldBest(
                            house, Words.holdId(in), in.getLong(), in.getInt(), Words.wish(in));
            case HOLD_CAPACITY ->
                    new HoldCapacity(
                            house,
                            Words.holdId(in),
                            in.getLong(),
                            in.getInt(),
                            in.getInt(),
                            in.getInt());
            case EXTEND_HOLD -> new ExtendHold(house, Words.holdId(in), in.getLong());
            case RELEASE_HOLD -> new ReleaseHold(house, Words.holdId(in), in.getLong());
            case PIN_HOLD -> new PinHold(house, Words.holdId(in), in.getLong());
            case SELL_HOLD -> new SellHold(house, Words.holdId(in));
            case RETURN_SEATS ->
                    new ReturnSeats(house, Words.holdId(in), in.getInt(), Words.places(in));
            case BLOCK_SEATS -> new BlockSeats(house, in.getInt(), Words.places(in));
            case UNBLOCK_SEATS -> new UnblockSeats(house, in.getInt(), Words.places(in));
            case MOVE_SEATS ->
                    new MoveSeats(house, Words.holdId(in), Words.seats(in), Words.seats(in));
            case CLOSE_HOUSE -> new CloseHouse(house);
            default -> throw new WireException("no command has the kind " + kind);
        };
    }

    private static int kind(Command command) {
        return switch (command) {
            case OpenHouse open -> OPEN_HOUSE;
            case ChangeRules change -> CHANGE_RULES;
            case HoldSeats hold -> HOLD_SEATS;
            case HoldBest hold -> HOLD_BEST;
            case HoldCapacity hold -> HOLD_CAPACITY;
            case ExtendHold extend -> EXTEND_HOLD;
            case ReleaseHold release -> RELEASE_HOLD;
            case PinHold pin -> PIN_HOLD;
            case SellHold sell -> SELL_HOLD;
            case ReturnSeats back -> RETURN_SEATS;
            case BlockSeats block -> BLOCK_SEATS;
            case UnblockSeats unblock -> UNBLOCK_SEATS;
            case MoveSeats move -> MOVE_SEATS;
            case CloseHouse close -> CLOSE_HOUSE;
        };
    }

    private static void writeHolder(WireOut out, HoldId hold, long buyer, int channel) {
        writeHold(out, hold, buyer);
        out.putInt(channel);
    }

    private static void writeHold(WireOut out, HoldId hold, long number) {
        Words.write(out, hold);
        out.putLong(number);
    }
}
