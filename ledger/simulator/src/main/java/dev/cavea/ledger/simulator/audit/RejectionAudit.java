package dev.cavea.ledger.simulator.audit;

import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.Rejection;
import dev.cavea.ledger.core.command.BlockSeats;
import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.command.ExtendHold;
import dev.cavea.ledger.core.command.HoldBest;
import dev.cavea.ledger.core.command.HoldCapacity;
import dev.cavea.ledger.core.command.HoldSeats;
import dev.cavea.ledger.core.command.MoveSeats;
import dev.cavea.ledger.core.command.PinHold;
import dev.cavea.ledger.core.command.ReleaseHold;
import dev.cavea.ledger.core.command.ReturnSeats;
import dev.cavea.ledger.core.command.SellHold;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Places;
import org.jspecify.annotations.Nullable;

/** Checks that what a refusal says about seats, holds and counts was true. */
final class RejectionAudit {

    private final HouseBook book;

    RejectionAudit(HouseBook book) {
        this.book = book;
    }

    void rejected(Command command, Answer.Rejected rejected) {
        boolean isTrue =
                switch (rejected.reason()) {
                    case HOUSE_UNKNOWN, HOUSE_ALREADY_OPEN -> false;
                    case HOUSE_CLOSED -> book.closed;
                    case SEAT_ALREADY_SOLD, SEAT_ALREADY_HELD, SEAT_BLOCKED ->
                            areInTheWay(rejected);
                    case HOLD_GONE -> claimOf(command) == null;
                    case HOLD_ALREADY_SOLD, HOLD_ID_REUSED -> claimOf(command) != null;
                    case SALE_UNKNOWN -> !isSale(claimOf(command));
                    case NOT_THE_OWNER -> !isOwner(command);
                    case BUYER_LIMIT_EXCEEDED -> isTooMany(command);
                    case CAPACITY_EXHAUSTED -> isFull(command);
                    case EXTENSIONS_USED_UP -> isExtendedOut(command);
                    case SALE_NOT_OPEN,
                            SALE_OVER,
                            LAYOUT_INVALID,
                            RULES_INVALID,
                            COUNT_OUT_OF_RANGE,
                            SEAT_UNKNOWN,
                            SEAT_NAMED_TWICE,
                            AREA_UNKNOWN,
                            CHANNEL_UNKNOWN,
                            HOLD_PINNED,
                            GRACE_OUT_OF_RANGE,
                            SEAT_NOT_IN_SALE,
                            SEAT_NOT_BLOCKED,
                            ORPHAN_SEAT_LEFT,
                            NOT_ENOUGH_SEATS,
                            NOT_ENOUGH_TOGETHER ->
                            true;
                };
        Violation.unless(isTrue, "%s was refused untruly: %s", command, rejected);
    }

    /** Each named seat is somebody's or blocked, and the reason is that of one of them. */
    private boolean areInTheWay(Answer.Rejected rejected) {
        boolean isAnySo = false;
        for (int seat : rejected.seats().toArray()) {
            Claim owner = book.owner(seat);
            if (owner == null && book.isFree(seat)) {
                return false;
            }
            isAnySo |= reasonOf(owner) == rejected.reason();
        }
        return isAnySo;
    }

    private static Rejection reasonOf(@Nullable Claim owner) {
        if (owner == null) {
            return Rejection.SEAT_BLOCKED;
        }
        return owner.sold ? Rejection.SEAT_ALREADY_SOLD : Rejection.SEAT_ALREADY_HELD;
    }

    private @Nullable Claim claimOf(Command command) {
        HoldId id =
                switch (command) {
                    case HoldSeats c -> c.hold();
                    case HoldBest c -> c.hold();
                    case HoldCapacity c -> c.hold();
                    case ExtendHold c -> c.hold();
                    case ReleaseHold c -> c.hold();
                    case PinHold c -> c.hold();
                    case SellHold c -> c.hold();
                    case ReturnSeats c -> c.sale();
                    case MoveSeats c -> c.sale();
                    default -> throw new Violation(command + " has no hold");
                };
        return book.claim(id);
    }

    private static boolean isSale(@Nullable Claim claim) {
        return claim != null && claim.sold;
    }

    private boolean isOwner(Command command) {
        Claim claim = claimOf(command);
        return switch (command) {
            case ExtendHold c -> claim == null || claim.buyer == c.buyer();
            case ReleaseHold c -> claim == null || claim.buyer == c.buyer() || c.buyer() == 0;
            default -> true;
        };
    }

    private boolean isTooMany(Command command) {
        int most = book.rules.maxSeatsPerBuyer();
        return switch (command) {
            case HoldSeats c -> book.countOf(c.buyer()) + c.seats().count() > most;
            case HoldBest c -> book.countOf(c.buyer()) + c.wish().count() > most;
            case HoldCapacity c -> book.countOf(c.buyer()) + c.quantity() > most;
            default -> false;
        };
    }

    private boolean isFull(Command command) {
        return switch (command) {
            case HoldCapacity c ->
                    c.quantity() > book.free(c.area()) + book.blocked(c.area(), c.channel());
            case BlockSeats c ->
                    c.places() instanceof Places.Standing(int area, int q) && q > book.free(area);
            default -> false;
        };
    }

    private boolean isExtendedOut(Command command) {
        Claim claim = claimOf(command);
        return claim != null && claim.extensions >= book.rules.maxExtensions();
    }
}
