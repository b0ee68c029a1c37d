package dev.cavea.platform.catalogue.internal.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A way of selling besides the public one: a presale, a sponsor's allotment, the house's own seats.
 *
 * @param number the ledger's, 1 to 255
 * @param opensAt null: it keeps seats, and nobody buys through it
 * @param closesAt null: with the public sale
 */
public record SalesChannel(
        int number, String name, @Nullable Instant opensAt, @Nullable Instant closesAt) {

    SalesChannel numbered(int other) {
        return new SalesChannel(other, name, opensAt, closesAt);
    }
}
