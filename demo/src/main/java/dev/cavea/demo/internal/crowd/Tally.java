package dev.cavea.demo.internal.crowd;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What the fans of a crowd have met. */
final class Tally {

    final LongAdder fans = new LongAdder();
    final LongAdder holds = new LongAdder();
    final LongAdder refusals = new LongAdder();
    final LongAdder bookings = new LongAdder();
    final LongAdder seatsSold = new LongAdder();
    final LongAdder cardsDeclined = new LongAdder();
    final LongAdder abandoned = new LongAdder();
    final LongAdder failures = new LongAdder();

    /** Fans who are there now. */
    final AtomicInteger present = new AtomicInteger();
}
