package dev.cavea.platform.catalogue.internal.plan;

import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;

/**
 * Where the seats of a plan are in what was sent, by their place in plan order.
 *
 * @param words how findings call a seat: its line or path
 * @param order which of two seats comes first there
 */
public record Places(IntFunction<String> words, IntToLongFunction order) {

    String of(int seat) {
        return words.apply(seat);
    }

    boolean isBefore(int one, int other) {
        return order.applyAsLong(one) < order.applyAsLong(other);
    }
}
