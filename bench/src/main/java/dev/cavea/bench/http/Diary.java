package dev.cavea.bench.http;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What the fans themselves saw: the rehearsal's own record, independent of the server's. */
final class Diary {

    private final Queue<Held> holds = new ConcurrentLinkedQueue<>();
    private final Queue<Bought> bookings = new ConcurrentLinkedQueue<>();
    private final Queue<String> fans = new ConcurrentLinkedQueue<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    /**
     * Seats that were surely one fan's own between two moments of this machine's clock.
     *
     * @param fromMillis when the answer had come
     * @param untilMillis when the fan gave them back, or the server said that the hold would end
     */
    record Held(String token, List<String> seats, long fromMillis, long untilMillis) {}

    /** A booking that was asked for, whatever came of it. */
    record Bought(String token, String id, List<String> seats) {}

    void came(String token) {
        fans.add(token);
    }

    List<String> fans() {
        return List.copyOf(fans);
    }

    void held(Held hold) {
        holds.add(hold);
    }

    void bought(Bought booking) {
        bookings.add(booking);
    }

    /** Something that must not happen. */
    void surprise(String what) {
        surprises.add(what);
        count("surprises");
    }

    void count(String what) {
        counts.computeIfAbsent(what, name -> new LongAdder()).increment();
    }

    List<Held> holds() {
        return List.copyOf(holds);
    }

    List<Bought> bookings() {
        return List.copyOf(bookings);
    }

    List<String> surprises() {
        return List.copyOf(surprises);
    }

    String summary() {
        return ("looked %,d · held %,d · refused %,d · gave up %,d · booked %,d · declined %,d"
                        + " · told to come back %,d, turned away %,d")
                .formatted(
                        sum("looked"),
                        sum("held"),
                        sum("refused"),
                        sum("gave up"),
                        sum("booked"),
                        sum("declined"),
                        sum("came back"),
                        sum("turned away"));
    }

    private long sum(String what) {
        LongAdder count = counts.get(what);
        return count == null ? 0 : count.sum();
    }
}
