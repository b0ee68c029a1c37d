package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.ledger.core.house.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a sale as the organiser gave them.
 *
 * @param maxSeatsHeldPerNetwork 0: no limit; null: the server's
 * @param onSaleAt null: at once
 * @param closesAt null: when the event starts
 */
public record SaleRules(
        Orphans orphanSeats,
        int maxSeatsPerBuyer,
        int holdSeconds,
        int maxExtensions,
        @Nullable Integer maxSeatsHeldPerNetwork,
        @Nullable Instant onSaleAt,
        @Nullable Instant closesAt) {

    public static final SaleRules USUAL =
            new SaleRules(Orphans.ALLOW, 10, 600, 1, null, null, null);

    /** From its start to its end. */
    static final Duration LONGEST_EVENT = Duration.ofDays(31);

    /** How long after the start of an event it may be sold when nobody said when it ends. */
    static final Duration LONGEST_UNSAID = Duration.ofDays(1);

    /** Fewer free seats than this in a section, and single seats may be left. */
    private static final int ORPHANS_ALLOWED_BELOW = 10;

    /** Whether a hold may leave a single free seat between taken ones. */
    public enum Orphans {
        ALLOW,
        REFUSE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Instant closes(Instant startsAt) {
        return closesAt == null ? startsAt : closesAt;
    }

    /** A sale that is still to close keeps its distance to the start. */
    SaleRules moved(Duration by, Instant now) {
        return closesAt == null || !closesAt.isAfter(now)
                ? this
                : new SaleRules(
                        orphanSeats,
                        maxSeatsPerBuyer,
                        holdSeconds,
                        maxExtensions,
                        maxSeatsHeldPerNetwork,
                        onSaleAt,
                        closesAt.plus(by));
    }

    /** For the ledger. */
    Rules forLedger(Instant startsAt, List<SalesChannel> channels) {
        long closes = closes(startsAt).toEpochMilli();
        List<Rules.Window> windows = new ArrayList<>();
        windows.add(
                new Rules.Window(
                        Rules.PUBLIC, onSaleAt == null ? 0 : onSaleAt.toEpochMilli(), closes));
        for (SalesChannel channel : channels) {
            if (channel.opensAt() != null) {
                Instant end = channel.closesAt();
                windows.add(
                        new Rules.Window(
                                channel.number(),
                                channel.opensAt().toEpochMilli(),
                                end == null ? closes : end.toEpochMilli()));
            }
        }
        return new Rules(
                Rules.MAX_SEATS_PER_HOLD,
                maxSeatsPerBuyer,
                holdSeconds * 1_000,
                maxExtensions,
                orphanSeats == Orphans.REFUSE,
                ORPHANS_ALLOWED_BELOW,
                windows);
    }
}
