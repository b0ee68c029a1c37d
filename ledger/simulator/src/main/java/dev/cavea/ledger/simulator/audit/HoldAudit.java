package dev.cavea.ledger.simulator.audit;

import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.command.HoldBest;
import dev.cavea.ledger.core.command.HoldCapacity;
import dev.cavea.ledger.core.command.HoldSeats;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Wish;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Checks that a holding command was given what it asked for, within the house's rules. */
final class HoldAudit {

    private final HouseBook book;
    private final long nowMillis;

    HoldAudit(HouseBook book, long nowMillis) {
        this.book = book;
        this.nowMillis = nowMillis;
    }

    /** What the three holding commands have in common. */
    private record Ask(HoldId id, long buyer, int channel) {}

    void held(Command command, Answer.Held held) {
        Ask ask =
                switch (command) {
                    case HoldSeats c -> new Ask(c.hold(), c.buyer(), c.channel());
                    case HoldBest c -> new Ask(c.hold(), c.buyer(), c.channel());
                    case HoldCapacity c -> new Ask(c.hold(), c.buyer(), c.channel());
                    default -> throw new Violation("a hold for " + command);
                };
        Violation.unless(held.hold().equals(ask.id()), "%s got %s", command, held);
        Claim before = book.claim(ask.id());
        if (before != null) {
            repeated(ask, before, held);
        } else {
            made(command, ask, held);
        }
        whatWasAsked(command, held.places());
    }

    private static void repeated(Ask ask, Claim before, Answer.Held held) {
        boolean isOwn = before.buyer == ask.buyer() && before.channel == ask.channel();
        Violation.unless(isOwn, "%s is given to buyer %d too", before, ask.buyer());
        boolean isSame =
                held.places().equals(before.places())
                        && held.position() == before.position
                        && held.expiresAtMillis() == before.dueMillis();
        Violation.unless(isSame, "%s is reported differently the second time: %s", before, held);
    }

    private void made(Command command, Ask ask, Answer.Held held) {
        available(held.places(), ask.channel());
        Violation.unless(!book.closed, "%s in closed house %d", held, book.house);
        Violation.unless(isOpen(ask.channel()), "%s outside its window: %s", command, held);
        int count = held.places().count();
        int has = book.countOf(ask.buyer());
        Violation.unless(
                count <= book.rules.maxSeatsPerHold()
                        && has + count <= book.rules.maxSeatsPerBuyer(),
                "buyer %d has %d places and gets %d more",
                ask.buyer(),
                has,
                count);
        Violation.unless(
                held.expiresAtMillis() == nowMillis + book.rules.holdMillis(),
                "%s at %d does not last %d ms",
                held,
                nowMillis,
                book.rules.holdMillis());
        if (command instanceof HoldBest best) {
            fitsTheWish(best, held.places());
        }
        new OrphanAudit(book).before(held.places());
        Claim claim =
                new Claim(
                        ask.id(),
                        ask.buyer(),
                        ask.channel(),
                        held.position(),
                        held.expiresAtMillis());
        book.add(claim, held.places());
    }

    private boolean isOpen(int channel) {
        return book.rules.windows().stream()
                .anyMatch(
                        window ->
                                window.channel() == channel
                                        && window.opensAtMillis() <= nowMillis
                                        && nowMillis < window.closesAtMillis());
    }

    private void available(Places places, int channel) {
        switch (places) {
            case Places.Standing(int area, int quantity) ->
                    Violation.unless(
                            quantity >= 1
                                    && quantity <= book.free(area) + book.blocked(area, channel),
                            "%d places of area %d in house %d were not free",
                            quantity,
                            area,
                            book.house);
            case Places.Seated(var seats) -> {
                Set<Integer> once = new HashSet<>();
                for (int seat : seats.toArray()) {
                    int blockedFor = book.channel(seat);
                    Claim owner = book.owner(seat);
                    Violation.unless(once.add(seat), "seat %d is named twice", seat);
                    if (owner != null) {
                        throw new Violation(
                                "seat " + seat + " is given away but " + owner + " has it");
                    }
                    Violation.unless(
                            blockedFor == 0 || blockedFor == channel,
                            "seat %d is blocked for %d, not %d",
                            seat,
                            blockedFor,
                            channel);
                }
            }
        }
    }

    /** All or nothing. */
    private void whatWasAsked(Command command, Places places) {
        boolean isIt =
                switch (command) {
                    case HoldSeats c -> places.equals(new Places.Seated(c.seats()));
                    case HoldCapacity c ->
                            places.equals(new Places.Standing(c.area(), c.quantity()));
                    case HoldBest c -> fits(c.wish(), places);
                    default -> false;
                };
        Violation.unless(isIt, "%s was given %s", command, places);
    }

    private static boolean fits(Wish wish, Places places) {
        return places instanceof Places.Seated(var seats) && seats.count() == wish.count();
    }

    /** Only for a new hold: a repeated wish may differ in everything but its count. */
    private void fitsTheWish(HoldBest best, Places places) {
        Wish wish = best.wish();
        int[] seats = ((Places.Seated) places).seats().toArray();
        boolean fit = Arrays.stream(seats).allMatch(seat -> fits(wish, seat));
        Violation.unless(fit, "%s was given %s", best, places);
        Violation.unless(
                !wish.accessible() || hasFlag(seats[0], Layout.ACCESSIBLE),
                "%s was given no wheelchair place first: %s",
                best,
                places);
    }

    private boolean fits(Wish wish, int seat) {
        int row = OrphanAudit.rowOf(book.layout, seat);
        boolean isReserved = hasFlag(seat, Layout.ACCESSIBLE) || hasFlag(seat, Layout.COMPANION);
        return (wish.zones() >>> book.layout.zones()[seat] & 1) == 1
                && (wish.section() < 0 || book.layout.rowSections()[row] == wish.section())
                && (wish.accessible() || !isReserved);
    }

    private boolean hasFlag(int seat, int flag) {
        return (book.layout.flags()[seat] & flag) != 0;
    }
}
