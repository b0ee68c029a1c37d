package dev.cavea.ledger.raft.cluster;

import dev.cavea.ledger.client.LedgerClient;
import dev.cavea.ledger.client.LedgerUnavailable;
import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.command.HoldSeats;
import dev.cavea.ledger.core.command.OpenHouse;
import dev.cavea.ledger.core.command.SellHold;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Seats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Buyers who hold two seats each, buy every second hold and remember what they were told. They
 * compete for pairs of seats on purpose, so that some are refused.
 */
final class Buyers {

    static final int HOUSE = 1;
    static final int SEATS = 200_000;

    /** Short, so that many end while members die. */
    static final int HOLD_MILLIS = 4_000;

    final Map<HoldId, Answer.Held> held = new ConcurrentHashMap<>();
    final Map<HoldId, Answer.Done> sold = new ConcurrentHashMap<>();
    final AtomicLong acknowledged = new AtomicLong();

    private final LedgerClient client;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger pairs = new AtomicInteger();
    private volatile boolean stopped;

    Buyers(LedgerClient client) {
        this.client = client;
    }

    static OpenHouse house() {
        int[] starts = new int[SEATS / 100];
        for (int row = 0; row < starts.length; row++) {
            starts[row] = row * 100;
        }
        Layout layout =
                new Layout(
                        starts,
                        new char[starts.length],
                        new byte[SEATS],
                        new char[SEATS],
                        new byte[SEATS],
                        List.of());
        Rules.Window always = new Rules.Window(Rules.PUBLIC, 0, Long.MAX_VALUE);
        return new OpenHouse(
                HOUSE,
                layout,
                new Rules(10, Integer.MAX_VALUE, HOLD_MILLIS, 1, false, 0, List.of(always)));
    }

    void start(int count) {
        for (int buyer = 1; buyer <= count; buyer++) {
            int number = buyer;
            threads.add(Thread.ofVirtual().start(() -> buy(number)));
        }
    }

    void stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void buy(int buyer) {
        for (int n = 1; !stopped; n++) {
            int pair = pairs.getAndIncrement() / 2 % (SEATS / 2);
            HoldId hold = new HoldId(buyer, n);
            Command take =
                    new HoldSeats(
                            HOUSE, hold, buyer, Rules.PUBLIC, Seats.of(2 * pair, 2 * pair + 1));
            if (submit(take) instanceof Answer.Held answer) {
                held.put(hold, answer);
                if (n % 2 == 0 && submit(new SellHold(HOUSE, hold)) instanceof Answer.Done done) {
                    sold.put(hold, done);
                }
            }
        }
    }

    /** Null if unknown. */
    private Answer submit(Command command) {
        try {
            Answer answer = client.submit(command).get();
            acknowledged.incrementAndGet();
            return answer;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LedgerUnavailable) {
                return null;
            }
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
