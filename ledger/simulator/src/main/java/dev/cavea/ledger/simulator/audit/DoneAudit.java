package dev.cavea.ledger.simulator.audit;

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
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Rules;

/** Enters in the book what a command was granted, and checks that it could be. */
final class DoneAudit {

    private final HouseBook book;
    private final long nowMillis;

    DoneAudit(HouseBook book, long nowMillis) {
        this.book = book;
        this.nowMillis = nowMillis;
    }

    void held(Command command, Answer.Held held) {
        if (command instanceof ExtendHold extend) {
            extended(extend, held);
        } else {
            new HoldAudit(book, nowMillis).held(command, held);
        }
    }

    void done(Command command) {
        switch (command) {
            case OpenHouse c ->
                    Violation.unless(
                            !book.closed && book.layout.equals(c.layout()), "opened twice: %s", c);
            case ChangeRules c -> book.rules = c.rules();
            case CloseHouse _ -> close();
            case ReleaseHold c -> release(c);
            case PinHold c -> pin(c);
            case SellHold c -> sell(c);
            case ReturnSeats c -> giveBack(c);
            case MoveSeats c -> move(c);
            case BlockSeats c -> block(c.places(), c.channel());
            case UnblockSeats c -> unblock(c.places(), c.channel());
            case HoldSeats _, HoldBest _, HoldCapacity _, ExtendHold _ ->
                    throw new Violation(command + " is done, and nothing held");
        }
    }

    private Claim claim(HoldId id, boolean isSale, Command command) {
        Claim claim = book.claim(id);
        if (claim == null || (isSale && !claim.sold)) {
            throw new Violation("granted without a claim: " + command);
        }
        return claim;
    }

    private Claim hold(HoldId id, Command command) {
        Claim claim = claim(id, false, command);
        Violation.unless(!claim.sold, "%s: %s", claim, command);
        return claim;
    }

    private void extended(ExtendHold extend, Answer.Held held) {
        Claim claim = hold(extend.hold(), extend);
        int more = Math.min(book.rules.holdMillis(), 300_000);
        claim.endMillis = Math.max(nowMillis, claim.endMillis) + more;
        claim.extensions++;
        Violation.unless(
                claim.buyer == extend.buyer() && claim.extensions <= book.rules.maxExtensions(),
                "%s extended for the %dth time by %d",
                claim,
                claim.extensions,
                extend.buyer());
        Violation.unless(
                held.expiresAtMillis() == claim.dueMillis() && held.places().equals(claim.places()),
                "%s extended: %s",
                claim,
                held);
    }

    private void release(ReleaseHold release) {
        Claim claim = hold(release.hold(), release);
        boolean mayBuyer = claim.buyer == release.buyer() && !claim.isPinned(nowMillis);
        Violation.unless(release.buyer() == 0 || mayBuyer, "%s: %s", claim, release);
        book.end(claim);
    }

    private void pin(PinHold pin) {
        Claim claim = hold(pin.hold(), pin);
        claim.pinnedUntilMillis =
                pin.graceMillis() == 0
                        ? 0
                        : Math.max(claim.pinnedUntilMillis, nowMillis + pin.graceMillis());
    }

    private void sell(SellHold sell) {
        Claim claim = claim(sell.hold(), false, sell);
        claim.sold = true;
        claim.pinnedUntilMillis = 0;
        claim.fromBlock = 0;
    }

    private void giveBack(ReturnSeats back) {
        Claim claim = claim(back.sale(), true, back);
        switch (back.places()) {
            case Places.Standing(int area, int quantity) -> {
                Violation.unless(
                        claim.area == area && claim.quantity >= quantity, "%s: %s", claim, back);
                claim.quantity -= quantity;
                book.blockStanding(area, back.channel(), quantity);
            }
            case Places.Seated(var seats) -> {
                for (int seat : seats.toArray()) {
                    Violation.unless(
                            claim.seats.remove((Integer) seat), "%s has no seat %d", claim, seat);
                    book.takeBack(seat);
                    book.block(seat, back.channel());
                }
            }
        }
        book.forgetIfEmpty(claim);
    }

    private void move(MoveSeats move) {
        Claim claim = claim(move.sale(), true, move);
        for (int i = 0; i < move.to().count(); i++) {
            int blockedFor = book.channel(move.to().get(i));
            Violation.unless(
                    blockedFor == Rules.PUBLIC || blockedFor == claim.channel,
                    "%s moved to seat %d of channel %d",
                    claim,
                    move.to().get(i),
                    blockedFor);
            book.give(move.to().get(i), claim);
        }
        for (int i = 0; i < move.from().count(); i++) {
            int at = claim.seats.indexOf(move.from().get(i));
            Violation.unless(at >= 0, "%s: %s", claim, move);
            book.takeBack(claim.seats.get(at));
            claim.seats.set(at, move.to().get(i));
        }
    }

    private void block(Places places, int channel) {
        switch (places) {
            case Places.Standing(int area, int quantity) -> {
                Violation.unless(quantity <= book.free(area), "blocked %s", places);
                book.blockStanding(area, channel, quantity);
            }
            case Places.Seated(var seats) -> {
                for (int seat : seats.toArray()) {
                    boolean isFree = book.owner(seat) == null;
                    int was = book.channel(seat);
                    Violation.unless(
                            isFree && (was == 0 || was == channel), "seat %d blocked", seat);
                    book.block(seat, channel);
                }
            }
        }
    }

    private void unblock(Places places, int channel) {
        switch (places) {
            case Places.Standing(int area, int quantity) -> {
                Violation.unless(quantity <= book.blocked(area, channel), "unblocked %s", places);
                book.blockStanding(area, channel, -quantity);
            }
            case Places.Seated(var seats) -> {
                for (int seat : seats.toArray()) {
                    Violation.unless(
                            book.owner(seat) == null && book.channel(seat) == channel,
                            "seat %d unblocked from %d",
                            seat,
                            channel);
                    book.block(seat, Rules.PUBLIC);
                }
            }
        }
    }

    private void close() {
        if (!book.closed) {
            book.unpinnedHolds(nowMillis).forEach(book::end);
            book.closed = true;
        }
    }
}
