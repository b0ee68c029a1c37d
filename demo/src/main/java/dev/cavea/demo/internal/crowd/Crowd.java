package dev.cavea.demo.internal.crowd;

import dev.cavea.platform.catalogue.Availability;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.kernel.Ids;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Simulated fans who come to one event at a bounded rate until it is time or the house is full. */
final class Crowd {

    private static final Logger LOG = LoggerFactory.getLogger(Crowd.class);
    private static final String STOPPED = "stopped";
    private static final long MILLIS_A_MINUTE = 60_000;
    private static final long TICK_MILLIS = 50;
    private static final int MOST_PRESENT = 300;
    private static final int PAUSE_AFTER_FAILURES = 20;
    private static final long PAUSE_MILLIS = 2_000;

    /** How a crowd behaves. */
    record Plan(int fansPerMinute, Duration length, long thinkMillis) {}

    private final EventOnSale event;
    private final Availability availability;
    private final String address;
    private final Plan plan;
    private final Clock clock;
    private final Instant begins;
    private final Tally tally = new Tally();
    private final Semaphore places = new Semaphore(MOST_PRESENT);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile @Nullable String ended;
    private int looksFull;

    private Crowd(
            EventOnSale event, Availability availability, String address, Plan plan, Clock clock) {
        this.event = event;
        this.availability = availability;
        this.address = address;
        this.plan = plan;
        this.clock = clock;
        this.begins = clock.instant();
    }

    static Crowd gather(
            EventOnSale event, Availability availability, String address, Plan plan, Clock clock) {
        Crowd crowd = new Crowd(event, availability, address, plan, clock);
        Thread.ofVirtual().name("crowd-" + Ids.text(event.id())).start(crowd::run);
        return crowd;
    }

    private void run() {
        try (BoxOffice office = new BoxOffice(address, Ids.text(event.id()))) {
            SplittableRandom random = new SplittableRandom(event.id());
            double due = 0;
            while (ended == null) {
                due += plan.fansPerMinute * TICK_MILLIS / (double) MILLIS_A_MINUTE;
                for (; due >= 1; due--) {
                    admit(office, random.split());
                }
                pause();
                ended = reasonToEnd();
            }
            // Who is in the house may finish; connections stay until then.
            places.tryAcquire(MOST_PRESENT, 30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ended = "interrupted";
        } finally {
            over.countDown();
            LOG.info("The crowd at {} has gone: {}", event.name(), ended);
        }
    }

    /** When the server has trouble, fans make it no worse. */
    private void pause() throws InterruptedException {
        long failures = tally.failures.sum();
        boolean trouble = failures > PAUSE_AFTER_FAILURES && failures * 2 > tally.fans.sum();
        stopping.await(trouble ? PAUSE_MILLIS : TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private @Nullable String reasonToEnd() {
        if (stopping.getCount() == 0) {
            return STOPPED;
        }
        if (clock.instant().isAfter(begins.plus(plan.length))) {
            return "time-over";
        }
        // In this order, and twice: what the last fan gave back is free a moment after he has gone.
        boolean nobodyIsIn = tally.present.get() == 0;
        looksFull = nobodyIsIn && availability.free(event) == 0 ? looksFull + 1 : 0;
        return looksFull > 1 ? "full" : null;
    }

    private void admit(BoxOffice office, SplittableRandom random) {
        // A full house turns fans away instead of piling them up.
        if (availability.free(event) == 0 || !places.tryAcquire()) {
            return;
        }
        tally.fans.increment();
        tally.present.incrementAndGet();
        String name = "fan-" + Ids.text(event.id()) + "-" + tally.fans.sum();
        Eye eye = new Eye(event.plan(), random);
        Fan fan = new Fan(office, eye, tally, random, name, plan.thinkMillis);
        Thread.ofVirtual().name(name).start(() -> visit(fan));
    }

    private void visit(Fan fan) {
        try {
            fan.visit();
        } catch (IOException | RuntimeException e) {
            tally.failures.increment();
            LOG.debug("A simulated fan ran into trouble", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            tally.present.decrementAndGet();
            places.release();
        }
    }

    void stop() {
        stopping.countDown();
    }

    /** Waits until the last fan has gone. */
    void awaitEnd() throws InterruptedException {
        over.await();
    }

    boolean isRunning() {
        return ended == null && stopping.getCount() > 0;
    }

    CrowdState state() {
        Instant now = clock.instant();
        double seconds = Math.max(1, Duration.between(begins, now).toMillis() / 1_000.0);
        return new CrowdState(
                isRunning(),
                true,
                Ids.text(event.id()),
                plan.fansPerMinute,
                begins,
                begins.plus(plan.length),
                ended == null && stopping.getCount() == 0 ? STOPPED : ended,
                tally.fans.sum(),
                tally.present.get(),
                tally.seatsSold.sum(),
                tally.bookings.sum(),
                tally.cardsDeclined.sum(),
                tally.abandoned.sum(),
                tally.refusals.sum(),
                tally.failures.sum(),
                isRunning() ? Math.round(tally.holds.sum() / seconds * 100) / 100.0 : 0);
    }
}
