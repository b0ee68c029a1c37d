package dev.cavea.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.ledger.core.command.BlockSeats;
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
import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.ledger.core.house.Wish;
import dev.cavea.ledger.core.snapshot.FrozenHouse;
import dev.cavea.ledger.core.snapshot.FrozenHouse.AreaCounts;
import java.util.ArrayList;
import java.util.List;

/**
 * A ledger with one house, for tests that read given, when, then. Buyers and holds are small
 * numbers; a hold by default is buyer 1's, through the public channel.
 */
final class Scene {

    static final long HOUSE = 7;
    static final long START = 1_000_000;

    final Ledger ledger = new Ledger();
    final List<FeedEntry> feed = new ArrayList<>();

    static Scene of(Layout layout, Rules rules) {
        Scene scene = new Scene();
        scene.at(START);
        scene.does(new OpenHouse(HOUSE, layout, rules));
        return scene;
    }

    static HoldId id(long number) {
        return new HoldId(0, number);
    }

    // What happens.

    Answer when(Command command) {
        return ledger.execute(command, this::saw);
    }

    /** A step on the way, which must be accepted. */
    Scene does(Command command) {
        assertThat(when(command)).isNotInstanceOf(Answer.Rejected.class);
        return this;
    }

    Scene at(long logTimeMillis) {
        ledger.advanceTo(logTimeMillis, this::saw);
        return this;
    }

    Scene holds(long hold, int... seats) {
        return does(hold(hold, seats));
    }

    Scene sells(long hold, int... seats) {
        return holds(hold, seats).does(new SellHold(HOUSE, id(hold)));
    }

    Scene blocks(int channel, int... seats) {
        return does(block(channel, seats));
    }

    private void saw(long position, long logTimeMillis, Event event) {
        feed.add(new FeedEntry(position, logTimeMillis, event));
    }

    // Commands.

    static Command hold(long hold, int... seats) {
        return holdAs(hold, 1, 0, seats);
    }

    static Command holdAs(long hold, long buyer, int channel, int... seats) {
        return new HoldSeats(HOUSE, id(hold), buyer, channel, Seats.of(seats));
    }

    static Command best(long hold, Wish wish) {
        return new HoldBest(HOUSE, id(hold), 1, 0, wish);
    }

    static Command stand(long hold, int area, int quantity) {
        return stand(hold, 0, area, quantity);
    }

    static Command stand(long hold, int channel, int area, int quantity) {
        return new HoldCapacity(HOUSE, id(hold), 1, channel, area, quantity);
    }

    static Command extend(long hold, long buyer) {
        return new ExtendHold(HOUSE, id(hold), buyer);
    }

    static Command release(long hold, long buyer) {
        return new ReleaseHold(HOUSE, id(hold), buyer);
    }

    static Command pin(long hold, long graceMillis) {
        return new PinHold(HOUSE, id(hold), graceMillis);
    }

    static Command sell(long hold) {
        return new SellHold(HOUSE, id(hold));
    }

    static Command giveBack(long sale, int channel, int... seats) {
        return new ReturnSeats(HOUSE, id(sale), channel, Places.seats(seats));
    }

    static Command giveBackStanding(long sale, int channel, int area, int quantity) {
        return new ReturnSeats(HOUSE, id(sale), channel, new Places.Standing(area, quantity));
    }

    static Command move(long sale, Seats from, Seats to) {
        return new MoveSeats(HOUSE, id(sale), from, to);
    }

    static Command block(int channel, int... seats) {
        return new BlockSeats(HOUSE, channel, Places.seats(seats));
    }

    static Command blockStanding(int channel, int area, int quantity) {
        return new BlockSeats(HOUSE, channel, new Places.Standing(area, quantity));
    }

    static Command unblock(int channel, int... seats) {
        return new UnblockSeats(HOUSE, channel, Places.seats(seats));
    }

    static Command unblockStanding(int channel, int area, int quantity) {
        return new UnblockSeats(HOUSE, channel, new Places.Standing(area, quantity));
    }

    static Command close() {
        return new CloseHouse(HOUSE);
    }

    // What then holds.

    FrozenHouse house() {
        return ledger.freeze().houses().getFirst();
    }

    /** One letter per seat: free, held, sold, blocked, as in {@code "fhsb"}. */
    String map() {
        StringBuilder map = new StringBuilder();
        for (byte state : house().seatStates()) {
            map.append("fhsb".charAt(state));
        }
        return map.toString();
    }

    AreaCounts area(int area) {
        return house().areas().get(area);
    }

    /** Events since the house was opened. */
    List<Event> events() {
        return feed.stream().skip(1).map(FeedEntry::event).toList();
    }

    Event lastEvent() {
        return feed.getLast().event();
    }
}
