package dev.cavea.ledger.wire;

import dev.cavea.ledger.core.Answer;
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
import dev.cavea.ledger.core.event.Event;
import dev.cavea.ledger.core.event.HoldExpired;
import dev.cavea.ledger.core.event.HoldExtended;
import dev.cavea.ledger.core.event.HoldPinned;
import dev.cavea.ledger.core.event.HoldReleased;
import dev.cavea.ledger.core.event.HoldSold;
import dev.cavea.ledger.core.event.HouseClosed;
import dev.cavea.ledger.core.event.HouseOpened;
import dev.cavea.ledger.core.event.PlacesBlocked;
import dev.cavea.ledger.core.event.PlacesHeld;
import dev.cavea.ledger.core.event.PlacesReturned;
import dev.cavea.ledger.core.event.PlacesUnblocked;
import dev.cavea.ledger.core.event.RulesChanged;
import dev.cavea.ledger.core.event.SeatsMoved;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.ledger.core.house.Wish;
import dev.cavea.ledger.core.snapshot.HoldState;
import dev.cavea.ledger.core.snapshot.HouseState;
import dev.cavea.ledger.core.snapshot.SessionState;
import dev.cavea.ledger.core.snapshot.SnapshotHead;
import java.util.List;

/** One of everything that is written as bytes, with no two fields alike. */
final class Samples {

    static final HoldId HOLD = new HoldId(0x0102030405060708L, 0x1112131415161718L);
    static final Places SEATS = Places.seats(3, 1, 0x01020304);
    static final Places STANDING = new Places.Standing(2, 77);
    static final Layout LAYOUT =
            new Layout(
                    new int[] {0, 2, 200},
                    new char[] {1, 2, 65_535},
                    new byte[] {0, 1, 63},
                    new char[] {0, 258, 65_535},
                    new byte[] {1, 2, 4},
                    List.of(new Layout.Area(500, 3), new Layout.Area(1, 0)));
    static final Rules RULES =
            new Rules(
                    8,
                    12,
                    600_000,
                    2,
                    true,
                    9,
                    List.of(new Rules.Window(0, 10, 20), new Rules.Window(255, -1, 1L << 40)));

    static final List<Command> COMMANDS =
            List.of(
                    new OpenHouse(1, LAYOUT, RULES),
                    new ChangeRules(2, RULES),
                    new HoldSeats(3, HOLD, 41, 5, Seats.of(7, 8)),
                    new HoldBest(4, HOLD, 42, 6, new Wish(4, 0b101, -1, true, false)),
                    new HoldCapacity(5, HOLD, 43, 7, 1, 9),
                    new ExtendHold(6, HOLD, 44),
                    new ReleaseHold(7, HOLD, 45),
                    new PinHold(8, HOLD, 90_000),
                    new SellHold(9, HOLD),
                    new ReturnSeats(10, HOLD, 8, SEATS),
                    new BlockSeats(11, 9, STANDING),
                    new UnblockSeats(12, 10, SEATS),
                    new MoveSeats(13, HOLD, Seats.of(1), Seats.of(2)),
                    new CloseHouse(-14));

    static final List<Event> EVENTS =
            List.of(
                    new HouseOpened(1, LAYOUT, RULES),
                    new RulesChanged(2, RULES),
                    new PlacesHeld(3, HOLD, 41, 5, SEATS, 1_000),
                    new HoldExtended(4, HOLD, 2_000),
                    new HoldReleased(5, HOLD, STANDING),
                    new HoldExpired(6, HOLD, SEATS),
                    new HoldPinned(7, HOLD, 3_000),
                    new HoldSold(8, HOLD, 42, SEATS),
                    new PlacesReturned(9, HOLD, 6, STANDING),
                    new PlacesBlocked(10, 7, SEATS),
                    new PlacesUnblocked(11, 8, STANDING),
                    new SeatsMoved(12, HOLD, Seats.of(1, 2), Seats.of(3, 4)),
                    new HouseClosed(13));

    static final List<Answer> ANSWERS =
            List.of(
                    new Answer.Held(HOLD, SEATS, 5_000, 6),
                    new Answer.Done(7),
                    new Answer.Rejected(Rejection.SEAT_ALREADY_HELD, Seats.of(9)),
                    new Answer.Rejected(Rejection.HOUSE_UNKNOWN, Seats.NONE));

    static final SnapshotHead HEAD =
            new SnapshotHead(
                    11,
                    12,
                    13,
                    14,
                    List.of(
                            new SessionState(
                                    15, 16, 17, List.of(new SessionState.PackState(18, ANSWERS)))));

    static final HouseState HOUSE =
            new HouseState(
                    21,
                    22,
                    true,
                    LAYOUT,
                    RULES,
                    new byte[] {0, 5, -1},
                    List.of(new HouseState.AreaBlock(0, 5, 6)),
                    List.of(
                            new HoldState(HOLD, 23, 24, 25, false, SEATS, 1, 26, 27, 2),
                            new HoldState(HOLD, 28, 29, 30, true, STANDING, 0, 31, 0, 0)));

    static final Image IMAGE =
            new Image(
                    31,
                    32,
                    List.of(
                            new Image.House(
                                    33,
                                    34,
                                    false,
                                    5,
                                    Image.pack(new byte[] {0, 1, 2, 3, 1}),
                                    new byte[] {0, 0, 9, 9, 0},
                                    List.of(
                                            new Image.Area(
                                                    100,
                                                    1,
                                                    2,
                                                    3,
                                                    List.of(new Image.Block(9, 3)),
                                                    List.of(new Image.FromBlock(HOLD, 9, 1)))))));

    private Samples() {}

    /** The largest house the ledger takes, with every seat its own row. */
    static OpenHouse widest(int seats) {
        int[] starts = new int[seats];
        for (int i = 0; i < seats; i++) {
            starts[i] = i;
        }
        return new OpenHouse(
                1,
                new Layout(
                        starts,
                        new char[seats],
                        new byte[seats],
                        new char[seats],
                        new byte[seats],
                        List.of()),
                RULES);
    }
}
