package dev.cavea.platform.booking.internal.hold;

import dev.cavea.ledger.client.LedgerUnavailable;
import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.Rejection;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.edge.Problems;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ledger's rejections as problems of the public contract. */
public final class Refusals {

    static final String SEATS_TAKEN_TITLE = "Seats are taken";
    static final String SEATS_TAKEN_DETAIL = "Someone was quicker; nothing was held.";

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final int MOST_NAMED = 10;
    private static final int LONGEST_NAME = 40;
    private static final Set<Rejection> TAKEN =
            EnumSet.of(
                    Rejection.SEAT_ALREADY_SOLD,
                    Rejection.SEAT_ALREADY_HELD,
                    Rejection.SEAT_BLOCKED);

    private Refusals() {}

    static boolean isTaken(Answer.Rejected rejected) {
        return TAKEN.contains(rejected.reason());
    }

    /** The problem for any rejection of a command about a hold. */
    public static Problem problem(EventOnSale event, Answer.Rejected rejected) {
        Rules rules = event.rules();
        return switch (rejected.reason()) {
            case SEAT_ALREADY_SOLD, SEAT_ALREADY_HELD, SEAT_BLOCKED ->
                    seatsTaken(event, rejected.seats());
            case HOUSE_UNKNOWN, HOUSE_CLOSED, SALE_OVER -> saleOver(event);
            case SALE_NOT_OPEN -> saleNotOpen(event);
            case BUYER_LIMIT_EXCEEDED -> limit("a buyer of this event", rules.maxSeatsPerBuyer());
            case COUNT_OUT_OF_RANGE -> limit("a hold of this event", rules.maxSeatsPerHold());
            case ORPHAN_SEAT_LEFT -> orphan(event, rejected.seats());
            case NOT_ENOUGH_SEATS -> notEnough("There are no longer that many free seats.");
            case NOT_ENOUGH_TOGETHER ->
                    notTogether("There are no longer that many free seats side by side.");
            case CAPACITY_EXHAUSTED ->
                    notEnough("There are no longer that many free places in this area.");
            case HOLD_GONE, HOLD_ALREADY_SOLD, NOT_THE_OWNER, SALE_UNKNOWN -> holdGone();
            case EXTENSIONS_USED_UP ->
                    conflict(
                                    "extensions-used-up",
                                    "The hold cannot be extended again",
                                    "This hold has been extended as often as the event allows.")
                            .with("limit", rules.maxExtensions());
            case HOLD_PINNED ->
                    conflict(
                            "payment-in-flight",
                            "A payment is in progress",
                            "These places are being paid for; cancel the booking instead.");
            case HOLD_ID_REUSED -> keyReused();
            case SEAT_UNKNOWN,
                    SEAT_NAMED_TWICE,
                    AREA_UNKNOWN,
                    CHANNEL_UNKNOWN,
                    HOUSE_ALREADY_OPEN,
                    LAYOUT_INVALID,
                    RULES_INVALID,
                    GRACE_OUT_OF_RANGE,
                    SEAT_NOT_IN_SALE,
                    SEAT_NOT_BLOCKED ->
                    throw new IllegalStateException(
                            "the catalogue and the ledger disagree about event "
                                    + Ids.text(event.id())
                                    + ": "
                                    + rejected);
        };
    }

    public static Problem seatsTaken(EventOnSale event, Seats taken) {
        return conflict("seats-taken", SEATS_TAKEN_TITLE, SEATS_TAKEN_DETAIL)
                .with("taken", names(event, taken));
    }

    public static Problem unknownEvent(long event) {
        return unknownEvent(Ids.text(event));
    }

    static Problem unknownEvent(String event) {
        return Problems.notFound("unknown-event", "There is no event " + event + " on sale.");
    }

    /**
     * Names only the first few, and briefly: an answer should not echo whatever a caller makes up.
     */
    static Problem unknownSeats(List<String> unknown) {
        List<String> first =
                unknown.stream()
                        .limit(MOST_NAMED)
                        .map(name -> Text.cut(name, LONGEST_NAME))
                        .toList();
        return Problems.notFound(
                        "unknown-seat", "This event's plan does not have every seat named.")
                .with("unknown", first)
                .with("unknownCount", unknown.size());
    }

    static Problem nothingAtThisPrice() {
        return notEnough("None of the zones asked for is that cheap.");
    }

    public static Problem holdGone() {
        return Problems.notFound(
                "hold-gone", "This hold has ended, never existed, or belongs to someone else.");
    }

    static Problem keyReused() {
        return new Problem(
                422,
                "idempotency-key-reused",
                "This Idempotency-Key was used for something else",
                "A request with this key and a different body was made before; use a new key.");
    }

    /** 503; after an unknown outcome a retry with the same Idempotency-Key finds it out. */
    public static Problem ledgerAway(@Nullable Throwable failure) {
        if (failure instanceof LedgerUnavailable away) {
            return switch (away.outcome()) {
                case NOT_SENT -> Problems.overloaded("Nothing was done; try again.", 1);
                case UNKNOWN ->
                        Problems.overloaded(
                                "It is not known whether this was done; try again with the same"
                                        + " Idempotency-Key.",
                                1);
            };
        }
        LOG.error("The ledger's client failed", failure);
        return Problems.overloaded("The ledger does not answer.", 1);
    }

    /** An operator looks into it before the sale resumes. */
    public static Problem saleStopped() {
        return saleClosed("The sale is paused", "Nothing can be held right now.", "stopped");
    }

    /** It was taken elsewhere, at prices this server has not heard of yet. */
    public static Problem priceUnknown() {
        return Problems.overloaded("The price of this hold is not known here yet.", 1);
    }

    private static Problem saleOver(EventOnSale event) {
        return event.cancelled()
                ? saleClosed("The event is cancelled", "Nothing is on sale any more.", "cancelled")
                : saleClosed("The sale is over", "Nothing is on sale any more.", "over");
    }

    private static Problem saleNotOpen(EventOnSale event) {
        Problem problem =
                saleClosed("The sale has not begun", "Nothing can be held yet.", "not-open");
        event.rules().windows().stream()
                .filter(window -> window.channel() == Rules.PUBLIC)
                .map(window -> Instant.ofEpochMilli(window.opensAtMillis()).toString())
                .findFirst()
                .ifPresent(opensAt -> problem.with("opensAt", opensAt));
        return problem;
    }

    private static Problem saleClosed(String title, String detail, String reason) {
        return conflict("sale-closed", title, detail).with("reason", reason);
    }

    private static Problem limit(String whose, int limit) {
        return conflict(
                        "limit-exceeded",
                        "Too many seats",
                        "The limit for " + whose + " is " + limit + ".")
                .with("limit", limit);
    }

    private static Problem orphan(EventOnSale event, Seats left) {
        return conflict(
                        "orphan-seat",
                        "A single seat would be left",
                        "This choice leaves a single free seat between taken ones.")
                .with("orphans", names(event, left));
    }

    private static Problem notEnough(String detail) {
        return conflict("not-enough-places", "Not enough places", detail);
    }

    static Problem notTogether(String detail) {
        return conflict("not-enough-together", "Not enough seats together", detail);
    }

    static Problem conflict(String slug, String title, String detail) {
        return new Problem(409, slug, title, detail);
    }

    static List<String> names(EventOnSale event, Seats seats) {
        List<String> names = new ArrayList<>(seats.count());
        for (int i = 0; i < seats.count(); i++) {
            names.add(event.plan().seatId(seats.get(i)));
        }
        return names;
    }
}
