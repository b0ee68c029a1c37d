package dev.cavea.ledger.simulator;

import dev.cavea.ledger.core.Answer;
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
import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.ledger.core.house.Wish;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * What buyers and organisers ask: mostly sensible and about holds they were given, sometimes not.
 */
final class Traffic {

    private static final int HOLDS_IN_MIND = 300;
    private static final int HOLDS_TALKED_OF = 25;
    private static final int SALES_A_HOUSE = 6;

    private record Given(Command by, HoldId id, long buyer, Places places) {
        long house() {
            return by.house();
        }

        boolean is(long ofHouse, HoldId ofId) {
            return house() == ofHouse && id.equals(ofId);
        }

        Given after(Command command) {
            return switch (command) {
                case ReturnSeats back when is(back.house(), back.sale()) ->
                        new Given(by, id, buyer, Parts.without(places, back.places()));
                case MoveSeats move when is(move.house(), move.sale()) ->
                        new Given(by, id, buyer, Parts.moved(places, move.from(), move.to()));
                default -> this;
            };
        }

        boolean isGone(Command command, Answer answer) {
            return places.count() == 0
                    || (command instanceof ReturnSeats back
                            && is(back.house(), back.sale())
                            && answer instanceof Answer.Rejected);
        }
    }

    private final Random random;
    private final int buyers;
    private final List<OpenHouse> houses = new ArrayList<>();
    private final Deque<OpenHouse> unopened = new ArrayDeque<>();
    private final List<Given> given = new ArrayList<>();
    private final List<Given> sales = new ArrayList<>();
    private long lastId;

    Traffic(Random random, int houses, int buyers) {
        this.random = random;
        this.buyers = buyers;
        for (int i = 0; i < houses; i++) {
            this.houses.add(Venues.house(1 + i, random));
            unopened.add(this.houses.getLast());
        }
    }

    private int below(int bound) {
        return random.nextInt(bound);
    }

    Command next() {
        if (!unopened.isEmpty()) {
            return unopened.remove();
        }
        OpenHouse house = houses.get(below(houses.size()));
        int kind = below(100);
        if (kind < 40 || given.isEmpty()) {
            return hold(house);
        }
        if (kind < 60 && !sales.isEmpty()) {
            return aboutSale();
        }
        if (kind < 92) {
            int recent = Math.min(given.size(), HOLDS_TALKED_OF);
            return about(given.get(given.size() - 1 - below(recent)));
        }
        return organise(house, kind);
    }

    private Command hold(OpenHouse house) {
        HoldId id = new HoldId(0, ++lastId);
        long buyer = 1L + below(buyers);
        int channel = below(4) == 0 ? 1 + below(2) : 0;
        int area = below(12) == 0 ? 2 : below(2);
        return switch (below(5)) {
            case 0 -> new HoldBest(house.house(), id, buyer, channel, wish());
            case 1 -> new HoldCapacity(house.house(), id, buyer, channel, area, 1 + below(4));
            default -> new HoldSeats(house.house(), id, buyer, channel, seats(house));
        };
    }

    private Wish wish() {
        long zones = below(3) == 0 ? 1L << below(2) : Wish.ANY_ZONE;
        int section = below(4) == 0 ? below(3) : Wish.ANY_SECTION;
        return new Wish(1 + below(7), zones, section, below(8) == 0, below(3) == 0);
    }

    private Seats seats(OpenHouse house) {
        int seatCount = house.layout().seatCount();
        int first = below(seatCount);
        int[] seats = new int[1 + below(4)];
        for (int i = 0; i < seats.length; i++) {
            seats[i] = below(25) == 0 ? below(seatCount + 2) : (first + i) % seatCount;
        }
        return Seats.of(seats);
    }

    private Command about(Given hold) {
        long buyer = below(12) == 0 ? below(buyers) : hold.buyer();
        return switch (below(11)) {
            case 0 -> new ExtendHold(hold.house(), hold.id(), buyer);
            case 1, 2 -> new ReleaseHold(hold.house(), hold.id(), buyer);
            case 3 -> new ReleaseHold(hold.house(), hold.id(), 0);
            case 4 -> new PinHold(hold.house(), hold.id(), (long) below(4) * below(60_000));
            case 5, 6, 7 -> new SellHold(hold.house(), hold.id());
            case 8 -> giveBack(hold);
            case 9 -> move(hold);
            default -> hold.by();
        };
    }

    /** The more was sold, the more people return, so that houses never stay full. */
    private Command aboutSale() {
        Given sale = sales.get(below(sales.size()));
        if (below(3) == 0) {
            return below(2) == 0 ? move(sale) : giveBack(sale);
        }
        if (sales.size() > SALES_A_HOUSE * houses.size() || below(4) == 0) {
            return new ReturnSeats(sale.house(), sale.id(), 0, sale.places());
        }
        return new SellHold(sale.house(), sale.id());
    }

    private Command giveBack(Given hold) {
        int channel = below(4) == 0 ? below(3) : 0;
        Places some =
                switch (hold.places()) {
                    case Places.Standing(int area, int quantity) ->
                            new Places.Standing(area, 1 + below(quantity));
                    case Places.Seated(var seats) ->
                            below(2) == 0
                                    ? hold.places()
                                    : Places.seats(seats.get(below(seats.count())));
                };
        return new ReturnSeats(hold.house(), hold.id(), channel, some);
    }

    private Command move(Given hold) {
        OpenHouse house = houses.get(below(houses.size()));
        Seats from =
                hold.places() instanceof Places.Seated(var seats)
                        ? Seats.of(seats.get(0))
                        : Seats.of(0);
        return new MoveSeats(
                hold.house(), hold.id(), from, Seats.of(below(house.layout().seatCount())));
    }

    private Command organise(OpenHouse house, int kind) {
        long id = house.house();
        if (kind < 94) {
            return new BlockSeats(id, 1 + below(2), places(house));
        }
        if (kind < 97) {
            return new UnblockSeats(id, 1 + below(2), places(house));
        }
        if (kind < 98) {
            return house;
        }
        return below(400) == 0 ? close(house) : new ChangeRules(id, Venues.rules(random));
    }

    /** A closed house is soon followed by a new one. */
    private Command close(OpenHouse house) {
        long next = houses.stream().mapToLong(OpenHouse::house).max().orElse(0) + 1;
        unopened.add(Venues.house(next, random));
        houses.set(houses.indexOf(house), unopened.getLast());
        return new CloseHouse(house.house());
    }

    private Places places(OpenHouse house) {
        Layout layout = house.layout();
        return below(4) == 0 && !layout.areas().isEmpty()
                ? new Places.Standing(below(layout.areas().size()), 1 + below(5))
                : new Places.Seated(seats(house));
    }

    /** An answer came back: its holds and sales may be asked about from now on. */
    void learn(Command command, Answer answer) {
        if (answer instanceof Answer.Held held) {
            Given hold = new Given(command, held.hold(), buyerOf(command), held.places());
            given.removeIf(g -> g.is(hold.house(), hold.id()));
            given.add(hold);
            if (given.size() > HOLDS_IN_MIND) {
                given.removeFirst();
            }
        } else if (command instanceof SellHold sell && answer instanceof Answer.Done) {
            given.stream().filter(g -> g.is(sell.house(), sell.hold())).forEach(sales::add);
            given.removeIf(g -> g.is(sell.house(), sell.hold()));
        } else if (answer instanceof Answer.Done) {
            sales.replaceAll(sale -> sale.after(command));
        }
        sales.removeIf(sale -> sale.isGone(command, answer));
    }

    private static long buyerOf(Command command) {
        return switch (command) {
            case HoldSeats c -> c.buyer();
            case HoldBest c -> c.buyer();
            case HoldCapacity c -> c.buyer();
            case ExtendHold c -> c.buyer();
            default -> 0;
        };
    }
}
