package dev.cavea.platform.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A chore that is done again and again on a virtual thread of its own, with a pause between: for
 * what lives in the memory of this process. What must survive it, or be done once among several
 * processes, is a durable chore.
 *
 * <p>Nothing ends a timer but its owner: whatever a round throws, an error included, is logged and
 * the next round comes. Its {@link Pulse} is in health.
 */
public final class Timer implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Timer.class.getName());
    private static final int ROUNDS_UNTIL_LATE = 5;
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Duration pause;
    private final Runnable chore;
    private final Pulse pulse;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;

    private Timer(Duration pause, String name, Runnable chore) {
        this.pause = pause;
        this.chore = chore;
        this.pulse = Pulse.expectedWithin(pause.multipliedBy(ROUNDS_UNTIL_LATE).plus(GRACE), name);
        this.thread = Thread.ofVirtual().name(name).start(this::repeat);
    }

    /** Starts at once with a pause. */
    public static Timer every(Duration pause, String name, Runnable chore) {
        return new Timer(pause, name, chore);
    }

    /** Ends the pause: there is something to do. */
    public void soon() {
        wake.release();
    }

    public Pulse pulse() {
        return pulse;
    }

    private void repeat() {
        try {
            while (!stopping) {
                if (wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
                if (!stopping) {
                    attempt();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("CatchAllErrors") // A timer that dies of an error dies in silence.
    private void attempt() {
        try {
            chore.run();
            pulse.succeeded();
        } catch (Throwable e) {
            pulse.failed(e);
            LOG.log(Level.WARNING, pulse.name() + " failed and will be tried again", e);
        }
    }

    /**
     * Waits some seconds for a chore under way. It is not interrupted: an interrupt closes the
     * database connection that a virtual thread is reading from.
     */
    @Override
    public void close() {
        stopping = true;
        wake.release();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pulse.close();
        }
    }
}
