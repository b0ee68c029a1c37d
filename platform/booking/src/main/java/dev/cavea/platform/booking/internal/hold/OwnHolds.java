package dev.cavea.platform.booking.internal.hold;

import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.Rejection;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.platform.booking.HoldOutcome;
import dev.cavea.platform.booking.LiveHold;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.edge.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a buyer already holds of an event, if something more is refused: nobody should be told that
 * someone was quicker when it was themselves.
 */
public record OwnHolds(EventOnSale event, List<LiveHold> holds) {

    /** The answer to a request for seats, or for some that were asked for together. */
    public HoldOutcome refusal(Answer.Rejected rejected, boolean together) {
        if (Refusals.isTaken(rejected)) {
            List<String> yours =
                    holds.isEmpty() ? List.of() : yoursOf(Refusals.names(event, rejected.seats()));
            return yours.isEmpty()
                    ? new HoldOutcome.SeatsTaken(event, rejected.seats())
                    : new HoldOutcome.Refused(yours(rejected.seats(), yours));
        }
        Problem problem =
                rejected.reason() == Rejection.NOT_ENOUGH_SEATS && together
                        ? Refusals.notTogether("There are no longer that many free seats.")
                        : Refusals.problem(event, rejected);
        return new HoldOutcome.Refused(isOfNumber(rejected.reason()) ? counted(problem) : problem);
    }

    private static boolean isOfNumber(Rejection reason) {
        return switch (reason) {
            case BUYER_LIMIT_EXCEEDED, NOT_ENOUGH_SEATS, NOT_ENOUGH_TOGETHER, CAPACITY_EXHAUSTED ->
                    true;
            default -> false;
        };
    }

    private Problem yours(Seats taken, List<String> yours) {
        String detail =
                yours.size() == taken.count()
                        ? "You already hold them yourself; nothing else was held."
                        : "You already hold some of them yourself, and someone was quicker with"
                                + " the others; nothing else was held.";
        return Refusals.conflict("seats-taken", Refusals.SEATS_TAKEN_TITLE, detail)
                .with("taken", Refusals.names(event, taken))
                .with("yours", yours);
    }

    /** Places in areas count with seats. */
    private Problem counted(Problem problem) {
        int places = holds.stream().mapToInt(hold -> hold.places().count()).sum();
        if (places == 0) {
            return problem;
        }
        List<String> seats = holds.stream().flatMap(hold -> hold.seatIds().stream()).toList();
        return problem.and(
                        places == 1
                                ? "One place of this event is in your own hold."
                                : places + " places of this event are in your own hold.")
                .with("yoursHeld", places)
                .with("yours", seats);
    }

    private List<String> yoursOf(List<String> seats) {
        Set<String> own = new HashSet<>();
        holds.forEach(hold -> own.addAll(hold.seatIds()));
        return seats.stream().filter(own::contains).toList();
    }
}
