package dev.cavea.platform.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Works through what is due, wherever that is recorded: several pieces at once, each on its own
 * virtual thread, until nothing is due. No piece waits for the slowest of a round, because there
 * are no rounds. Then it rests until something is known to be due, here or in the store, and checks
 * now and then for what another process has written. Health shows its {@link Pulse}.
 */
public final class Drain implements AutoCloseable {

    /** What is due and yet not to be had: another process is about to take it. */
    private static final Duration BREATH = Duration.ofMillis(100);

    private static final long FAR = Long.MAX_VALUE / 2;

    private static final Logger LOG = System.getLogger(Drain.class.getName());

    private final String name;
    private final int atOnce;
    private final Duration look;
    private final Source source;
    private final Clock clock;
    private final Semaphore free;
    private final LongRun run;
    private long restingUntil;
    private boolean woken;
    private boolean stopping;

    /** Where due work is recorded, and how a piece of it is done. */
    public interface Source {

        /**
         * Takes up to this many that are due, oldest first; others leave them alone for a lease.
         */
        List<Long> take(int most);

        void work(long id);

        /**
         * Records that a piece failed, so that it is retried later each time and starves no other.
         */
        void failed(long id, Throwable cause);

        /** When the next is due, as far as recorded; null for never. */
        @Nullable Instant nextDue();
    }

    private Drain(String name, int atOnce, Duration look, Source source, Clock clock) {
        this.name = name;
        this.atOnce = atOnce;
        this.look = look;
        this.source = source;
        this.clock = clock;
        this.restingUntil = System.nanoTime() + FAR;
        this.free = new Semaphore(atOnce);
        this.run = LongRun.start(name, this::run);
    }

    /**
     * @param atOnce how many pieces are worked on at a time
     * @param look how often to check for what another process may have written
     */
    public static Drain start(String name, int atOnce, Duration look, Source source, Clock clock) {
        return new Drain(name, atOnce, look, source, clock);
    }

    /** Something is or will be due then; quick, without a query. */
    public synchronized void at(Instant due) {
        long then = System.nanoTime() + nanosUntil(due);
        if (then - restingUntil < 0) {
            restingUntil = then;
            notifyAll();
        }
    }

    /** From 0 to the time after which to look anyway: no step of the clock makes it longer. */
    private long nanosUntil(Instant due) {
        Duration left = Duration.between(clock.instant(), due);
        return left.compareTo(look) < 0 ? Math.max(0, left.toNanos()) : look.toNanos();
    }

    /** Something is due. */
    public synchronized void soon() {
        woken = true;
        notifyAll();
    }

    private void run(Pulse pulse) throws InterruptedException {
        while (!isStopping()) {
            begin();
            free.acquire();
            int places = 1 + free.drainPermits();
            int taken = 0;
            try {
                List<Long> due = source.take(places);
                due.forEach(this::begin);
                taken = due.size();
            } finally {
                free.release(places - taken);
            }
            Instant next = taken < places ? source.nextDue() : Instant.EPOCH;
            pulse.succeeded();
            rest(next == null ? Instant.MAX : taken == 0 ? notBeforeABreath(next) : next);
        }
    }

    private Instant notBeforeABreath(Instant next) {
        Instant now = clock.instant();
        return next.isAfter(now) ? next : now.plus(BREATH);
    }

    private void begin(long id) {
        Thread.ofVirtual().name(name + "-piece").start(() -> attempt(id));
    }

    @SuppressWarnings("CatchAllErrors") // Of one piece; the others continue.
    private void attempt(long id) {
        try {
            source.work(id);
        } catch (Throwable e) {
            note(id, e);
        } finally {
            free.release();
        }
    }

    private void note(long id, Throwable cause) {
        LOG.log(Level.WARNING, name + ": " + Ids.text(id) + " will be tried again later", cause);
        try {
            source.failed(id, cause);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    name + ": the failure could not be recorded; its lease will run out",
                    e);
        }
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    /** Whatever is announced from here on is not missed. */
    private synchronized void begin() {
        restingUntil = System.nanoTime() + FAR;
        woken = false;
    }

    private synchronized void rest(Instant next) throws InterruptedException {
        at(next);
        while (!stopping && !woken) {
            long left = restingUntil - System.nanoTime();
            if (left <= 0) {
                return;
            }
            // Rather slightly late than a check that finds nothing due yet.
            wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
        }
    }

    /** Lets work under way finish, for some seconds. */
    @Override
    public void close() {
        synchronized (this) {
            stopping = true;
            notifyAll();
        }
        // The taking thread may wait for a slot: whichever piece finishes frees one.
        run.close();
        try {
            free.tryAcquire(atOnce, 5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
