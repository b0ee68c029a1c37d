package dev.cavea.demo.internal.crowd;

import dev.cavea.demo.internal.crowd.BoxOffice.Reply;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One simulated fan: comes as a guest, looks, holds seats, thinks, and pays or does not. Of a
 * hundred, 80 pay at once, 8 have their first card declined, 12 leave without buying, half of them
 * without giving their seats back.
 */
final class Fan {

    private static final int ATTEMPTS = 3;
    private static final int REFUSED = 409;
    private static final double TAKES_BEST = 0.6;
    private static final double LEAVES = 0.06;
    private static final double VANISHES = 0.12;
    private static final double IS_DECLINED = 0.20;
    private static final double TRIES_ANOTHER_CARD = 0.7;
    private static final int[] COMPANY = {1, 2, 2, 2, 2, 3, 3, 4, 4, 5};

    private final BoxOffice office;
    private final Eye eye;
    private final Tally tally;
    private final RandomGenerator random;
    private final String name;
    private final long thinkMillis;

    /**
     * @param thinkMillis how long a fan thinks at each step, on average
     */
    Fan(
            BoxOffice office,
            Eye eye,
            Tally tally,
            RandomGenerator random,
            String name,
            long thinkMillis) {
        this.office = office;
        this.eye = eye;
        this.tally = tally;
        this.random = random;
        this.name = name;
        this.thinkMillis = thinkMillis;
    }

    /** Throws IOException when the server does not answer as it should. */
    void visit() throws IOException, InterruptedException {
        String token = office.guest();
        Reply hold = holdSome(token, COMPANY[random.nextInt(COMPANY.length)]);
        if (hold == null) {
            return;
        }
        think();
        pay(token, hold.body().path("holdId").asText(), hold.body().path("seats").size());
    }

    private @Nullable Reply holdSome(String token, int company)
            throws IOException, InterruptedException {
        int count = company;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            SeatStates states = office.look();
            think();
            List<String> picked =
                    random.nextDouble() < TAKES_BEST ? List.of() : eye.pick(states, count);
            Reply reply =
                    picked.isEmpty()
                            ? office.holdBest(token, count, attempt == 0)
                            : office.hold(token, picked);
            if (reply.isCreated()) {
                tally.holds.increment();
                return reply;
            }
            if (reply.status() != REFUSED) {
                throw new IOException("a hold was answered with " + reply.status());
            }
            tally.refusals.increment();
            if (reply.problem().equals("sale-closed")) {
                return null;
            }
            count = Math.max(1, count - 1);
        }
        return null;
    }

    private void pay(String token, String holdId, int seats)
            throws IOException, InterruptedException {
        double fate = random.nextDouble();
        if (fate < VANISHES) {
            tally.abandoned.increment();
            if (fate < LEAVES) {
                office.release(token, holdId);
            }
            return;
        }
        if (fate < IS_DECLINED) {
            office.decided(token, office.book(token, holdId, name, "tok_declined"));
            tally.cardsDeclined.increment();
            think();
            if (random.nextDouble() > TRIES_ANOTHER_CARD) {
                office.release(token, holdId);
                return;
            }
        }
        Reply booking = office.decided(token, office.book(token, holdId, name, "tok_ok"));
        if (booking.isConfirmed()) {
            tally.bookings.increment();
            tally.seatsSold.add(seats);
        } else {
            tally.refusals.increment();
        }
    }

    private void think() throws InterruptedException {
        if (thinkMillis > 0) {
            Thread.sleep((long) (thinkMillis * (0.3 + 1.4 * random.nextDouble())));
        }
    }
}
