package dev.cavea.ledger.core;

import static dev.cavea.ledger.core.Layouts.EASY;
import static dev.cavea.ledger.core.Layouts.grid;
import static dev.cavea.ledger.core.Layouts.perBuyer;
import static dev.cavea.ledger.core.Layouts.refusingOrphans;
import static dev.cavea.ledger.core.Layouts.withWindows;
import static dev.cavea.ledger.core.Scene.HOUSE;
import static dev.cavea.ledger.core.Scene.START;
import static dev.cavea.ledger.core.Scene.best;
import static dev.cavea.ledger.core.Scene.block;
import static dev.cavea.ledger.core.Scene.blockStanding;
import static dev.cavea.ledger.core.Scene.close;
import static dev.cavea.ledger.core.Scene.extend;
import static dev.cavea.ledger.core.Scene.giveBack;
import static dev.cavea.ledger.core.Scene.giveBackStanding;
import static dev.cavea.ledger.core.Scene.hold;
import static dev.cavea.ledger.core.Scene.holdAs;
import static dev.cavea.ledger.core.Scene.id;
import static dev.cavea.ledger.core.Scene.move;
import static dev.cavea.ledger.core.Scene.pin;
import static dev.cavea.ledger.core.Scene.release;
import static dev.cavea.ledger.core.Scene.sell;
import static dev.cavea.ledger.core.Scene.stand;
import static dev.cavea.ledger.core.Scene.unblock;
import static dev.cavea.ledger.core.Scene.unblockStanding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.ledger.core.command.ChangeRules;
import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.command.OpenHouse;
import dev.cavea.ledger.core.command.PinHold;
import dev.cavea.ledger.core.command.SellHold;
import dev.cavea.ledger.core.house.Layout.Area;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Rules.Window;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.ledger.core.house.Wish;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rejection, in every way to get it: given a scene, when the command comes, then this. */
class RejectionTest {

    private static final Rules BAD_RULES = perBuyer(0);

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Case(String claim, Scene given, Command when, Rejection then, int... seats) {
        @Override
        public String toString() {
            return then + ": " + claim;
        }
    }

    private static Case the(String claim, Scene given, Command when, Rejection then, int... s) {
        return new Case(claim, given, when, then, s);
    }

    /** Two rows of six seats and an area for ten, without restrictions. */
    private static Scene plain() {
        return with(EASY);
    }

    private static Scene with(Rules rules) {
        return Scene.of(grid(2, 6, new Area(10, 0)), rules);
    }

    static Stream<Case> cases() {
        return Stream.of(houses(), names(), identities(), windows(), times(), places(), gaps())
                .flatMap(cases -> cases);
    }

    private static Stream<Case> houses() {
        var unknown = new SellHold(HOUSE + 1, id(1));
        var other = new OpenHouse(HOUSE, grid(2, 7), EASY);
        var same = new OpenHouse(HOUSE, grid(2, 6, new Area(10, 0)), EASY);
        var broken = new OpenHouse(HOUSE + 1, grid(0, 0), EASY);
        var lawless = new OpenHouse(HOUSE + 1, grid(1, 1), BAD_RULES);
        Scene closed = plain().does(close());
        return Stream.of(
                the("nobody opened it", plain(), unknown, Rejection.HOUSE_UNKNOWN),
                the("with another layout", plain(), other, Rejection.HOUSE_ALREADY_OPEN),
                the("opened again", closed, same, Rejection.HOUSE_CLOSED),
                the("hold", closed, hold(1, 0), Rejection.HOUSE_CLOSED),
                the("best", closed, best(1, Wish.of(1)), Rejection.HOUSE_CLOSED),
                the("standing", closed, stand(1, 0, 1), Rejection.HOUSE_CLOSED),
                the("extend", closed, extend(1, 1), Rejection.HOUSE_CLOSED),
                the("rules", closed, new ChangeRules(HOUSE, EASY), Rejection.HOUSE_CLOSED),
                the("no places", plain(), broken, Rejection.LAYOUT_INVALID),
                the("opened with bad rules", plain(), lawless, Rejection.RULES_INVALID),
                the(
                        "changed to bad rules",
                        plain(),
                        new ChangeRules(HOUSE, BAD_RULES),
                        Rejection.RULES_INVALID));
    }

    private static Stream<Case> names() {
        Scene sale = plain().sells(1, 0, 1);
        return Stream.of(
                the("no seats", plain(), hold(1), Rejection.COUNT_OUT_OF_RANGE),
                the(
                        "more than a hold takes",
                        plain(),
                        hold(1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
                        Rejection.COUNT_OUT_OF_RANGE),
                the("wish for none", plain(), best(1, Wish.of(0)), Rejection.COUNT_OUT_OF_RANGE),
                the("wish for 11", plain(), best(1, Wish.of(11)), Rejection.COUNT_OUT_OF_RANGE),
                the("nobody stands", plain(), stand(1, 0, 0), Rejection.COUNT_OUT_OF_RANGE),
                the("less than nobody", plain(), stand(1, 0, -1), Rejection.COUNT_OUT_OF_RANGE),
                the("nothing blocked", plain(), block(1), Rejection.COUNT_OUT_OF_RANGE),
                the("nothing returned", sale, giveBack(1, 0), Rejection.COUNT_OUT_OF_RANGE),
                the(
                        "one seat for two",
                        sale,
                        move(1, Seats.of(0, 1), Seats.of(2)),
                        Rejection.COUNT_OUT_OF_RANGE),
                the("past the end", plain(), hold(1, 3, 12, -1), Rejection.SEAT_UNKNOWN, 12, -1),
                the("blocked", plain(), block(1, 99), Rejection.SEAT_UNKNOWN, 99),
                the(
                        "moved to",
                        sale,
                        move(1, Seats.of(0), Seats.of(12)),
                        Rejection.SEAT_UNKNOWN,
                        12),
                the("held", plain(), hold(1, 3, 4, 3), Rejection.SEAT_NAMED_TWICE, 3),
                the("unblocked", plain(), unblock(1, 3, 3), Rejection.SEAT_NAMED_TWICE, 3),
                the("held", plain(), stand(1, 1, 1), Rejection.AREA_UNKNOWN),
                the("negative", plain(), stand(1, -1, 1), Rejection.AREA_UNKNOWN),
                the("blocked", plain(), blockStanding(1, 1, 1), Rejection.AREA_UNKNOWN),
                the("above all", plain(), holdAs(1, 1, 256, 0), Rejection.CHANNEL_UNKNOWN),
                the("negative", plain(), holdAs(1, 1, -1, 0), Rejection.CHANNEL_UNKNOWN),
                the("block for everybody", plain(), block(0, 1), Rejection.CHANNEL_UNKNOWN),
                the("unblock of everybody", plain(), unblock(0, 1), Rejection.CHANNEL_UNKNOWN),
                the("returned to none", sale, giveBack(1, 256, 0), Rejection.CHANNEL_UNKNOWN));
    }

    private static Stream<Case> identities() {
        Scene held = plain().holds(1, 0, 1).does(stand(2, 0, 3));
        Scene sold = plain().sells(1, 0, 1).does(stand(2, 0, 3)).does(sell(2)).holds(3, 8);
        return Stream.of(
                the("other seats", held, hold(1, 2), Rejection.HOLD_ID_REUSED),
                the("another order", held, hold(1, 1, 0), Rejection.HOLD_ID_REUSED),
                the("another buyer", held, holdAs(1, 2, 0, 0, 1), Rejection.HOLD_ID_REUSED),
                the("another channel", held, holdAs(1, 1, 1, 0, 1), Rejection.HOLD_ID_REUSED),
                the("another count", held, best(1, Wish.of(3)), Rejection.HOLD_ID_REUSED),
                the("standing", held, stand(1, 0, 2), Rejection.HOLD_ID_REUSED),
                the("more standing", held, stand(2, 0, 4), Rejection.HOLD_ID_REUSED),
                the("sold since", sold, hold(1, 4), Rejection.HOLD_ID_REUSED),
                the("extended", held, extend(9, 1), Rejection.HOLD_GONE),
                the("released", held, release(9, 1), Rejection.HOLD_GONE),
                the("pinned", held, pin(9, 1), Rejection.HOLD_GONE),
                the("sold", held, sell(9), Rejection.HOLD_GONE),
                the(
                        "released twice",
                        plain().holds(1, 0).does(release(1, 1)),
                        release(1, 1),
                        Rejection.HOLD_GONE),
                the("extended", sold, extend(1, 1), Rejection.HOLD_ALREADY_SOLD),
                the("released", sold, release(1, 0), Rejection.HOLD_ALREADY_SOLD),
                the("pinned", sold, pin(1, 1), Rejection.HOLD_ALREADY_SOLD),
                the("extended", held, extend(1, 2), Rejection.NOT_THE_OWNER),
                the("extended by the platform", held, extend(1, 0), Rejection.NOT_THE_OWNER),
                the("released", held, release(1, 2), Rejection.NOT_THE_OWNER),
                the("returned", sold, giveBack(9, 0, 0), Rejection.SALE_UNKNOWN),
                the("a hold returned", sold, giveBack(3, 0, 8), Rejection.SALE_UNKNOWN),
                the(
                        "a hold moved",
                        sold,
                        move(3, Seats.of(8), Seats.of(9)),
                        Rejection.SALE_UNKNOWN),
                the(
                        "returned twice",
                        plain().sells(1, 0).does(giveBack(1, 0, 0)),
                        giveBack(1, 0, 0),
                        Rejection.SALE_UNKNOWN));
    }

    private static Stream<Case> windows() {
        Scene soon = with(withWindows(new Window(0, START + 1, START + 2)));
        Scene over = with(withWindows(new Window(0, 0, START)));
        Scene between = with(withWindows(new Window(0, 0, 5), new Window(0, START + 1, START + 2)));
        Scene members = with(withWindows(new Window(3, 0, START + 1)));
        return Stream.of(
                the("a moment early", soon, hold(1, 0), Rejection.SALE_NOT_OPEN),
                the("best", soon, best(1, Wish.of(1)), Rejection.SALE_NOT_OPEN),
                the("standing", soon, stand(1, 0, 1), Rejection.SALE_NOT_OPEN),
                the("between two windows", between, hold(1, 0), Rejection.SALE_NOT_OPEN),
                the("no window of its own", members, hold(1, 0), Rejection.SALE_NOT_OPEN),
                the("at the last moment", over, hold(1, 0), Rejection.SALE_OVER));
    }

    private static Stream<Case> times() {
        Scene twice = plain().holds(1, 0).does(extend(1, 1)).does(extend(1, 1));
        Scene pinned = plain().holds(1, 0).does(pin(1, 1));
        long tooLong = PinHold.MAX_GRACE_MILLIS + 1;
        return Stream.of(
                the("a third time", twice, extend(1, 1), Rejection.EXTENSIONS_USED_UP),
                the("by its buyer", pinned, release(1, 1), Rejection.HOLD_PINNED),
                the("negative", pinned, pin(1, -1), Rejection.GRACE_OUT_OF_RANGE),
                the("too long", pinned, pin(1, tooLong), Rejection.GRACE_OUT_OF_RANGE));
    }

    private static Stream<Case> places() {
        Scene mixed = plain().sells(1, 0).holds(2, 1).blocks(1, 2).does(blockStanding(1, 0, 4));
        Scene standing = plain().does(stand(1, 0, 6)).does(sell(1)).sells(2, 0);
        Scene limited = with(perBuyer(3)).holds(1, 0, 1);
        return Stream.of(
                the("held and more", limited, hold(2, 2, 3), Rejection.BUYER_LIMIT_EXCEEDED),
                the("standing", limited, stand(2, 0, 2), Rejection.BUYER_LIMIT_EXCEEDED),
                the("best", limited, best(2, Wish.of(2)), Rejection.BUYER_LIMIT_EXCEEDED),
                the(
                        "owned and more",
                        with(perBuyer(2)).sells(1, 0, 1),
                        hold(2, 2),
                        Rejection.BUYER_LIMIT_EXCEEDED),
                the("other's", mixed, giveBack(1, 0, 0, 1), Rejection.SEAT_NOT_IN_SALE, 1),
                the(
                        "moved",
                        mixed,
                        move(1, Seats.of(3), Seats.of(4)),
                        Rejection.SEAT_NOT_IN_SALE,
                        3),
                the(
                        "more than sold",
                        standing,
                        giveBackStanding(1, 0, 0, 7),
                        Rejection.SEAT_NOT_IN_SALE),
                the(
                        "standing, of seats",
                        standing,
                        giveBackStanding(2, 0, 0, 1),
                        Rejection.SEAT_NOT_IN_SALE),
                the("held", mixed, hold(9, 5, 0), Rejection.SEAT_ALREADY_SOLD, 0),
                the("with others", mixed, hold(9, 2, 1, 0), Rejection.SEAT_ALREADY_SOLD, 2, 1, 0),
                the("blocked", mixed, block(2, 0, 3), Rejection.SEAT_ALREADY_SOLD, 0),
                the("unblocked", mixed, unblock(1, 0, 2), Rejection.SEAT_ALREADY_SOLD, 0),
                the("held", mixed, hold(9, 5, 1), Rejection.SEAT_ALREADY_HELD, 1),
                the(
                        "moved to",
                        mixed,
                        move(1, Seats.of(0), Seats.of(1)),
                        Rejection.SEAT_ALREADY_HELD,
                        1),
                the("by everybody", mixed, hold(9, 2), Rejection.SEAT_BLOCKED, 2),
                the("by another channel", mixed, holdAs(9, 1, 2, 2), Rejection.SEAT_BLOCKED, 2),
                the("for another channel", mixed, block(2, 2), Rejection.SEAT_BLOCKED, 2),
                the("free", mixed, unblock(1, 2, 4), Rejection.SEAT_NOT_BLOCKED, 4),
                the("another channel's", mixed, unblock(2, 2), Rejection.SEAT_NOT_BLOCKED, 2),
                the("standing", mixed, unblockStanding(1, 0, 5), Rejection.SEAT_NOT_BLOCKED),
                the("standing", mixed, stand(9, 0, 7), Rejection.CAPACITY_EXHAUSTED),
                the("blocked", mixed, blockStanding(2, 0, 7), Rejection.CAPACITY_EXHAUSTED));
    }

    private static Stream<Case> gaps() {
        Scene strict = with(refusingOrphans(0));
        Scene two = Scene.of(grid(1, 3), EASY).holds(1, 1);
        return Stream.of(
                the("by the wall", strict, hold(1, 1, 2), Rejection.ORPHAN_SEAT_LEFT, 0),
                the("three for four", two, best(2, Wish.of(3)), Rejection.NOT_ENOUGH_SEATS),
                the(
                        "apart only",
                        two,
                        best(2, new Wish(2, Wish.ANY_ZONE, Wish.ANY_SECTION, false, true)),
                        Rejection.NOT_ENOUGH_TOGETHER));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void refusesAndChangesNothing(Case c) {
        long before = c.given.ledger.housesHash();
        int events = c.given.feed.size();

        Answer answer = c.given.when(c.when);

        assertThat(answer).isEqualTo(new Answer.Rejected(c.then, Seats.of(c.seats)));
        assertThat(c.given.ledger.housesHash()).isEqualTo(before);
        assertThat(c.given.feed).hasSize(events);
    }

    @Test
    void everyRejectionIsInTheTable() {
        List<Rejection> shown = cases().map(Case::then).distinct().toList();

        assertThat(shown).containsExactlyInAnyOrderElementsOf(Arrays.asList(Rejection.values()));
    }
}
