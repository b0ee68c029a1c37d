package dev.cavea.platform.booking.internal.order;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Notices, from memory, which events were cancelled, and requests once that each be called off. */
final class CancelledEvents {

    private final Supplier<List<Long>> cancelled;
    private final LongConsumer ask;
    private final Set<Long> asked = new HashSet<>();

    CancelledEvents(Supplier<List<Long>> cancelled, LongConsumer ask) {
        this.cancelled = cancelled;
        this.ask = ask;
    }

    /** One that cannot be requested now is requested in the next round. */
    void askOnce() {
        for (long event : cancelled.get()) {
            if (!asked.contains(event)) {
                ask.accept(event);
                asked.add(event);
            }
        }
    }
}
