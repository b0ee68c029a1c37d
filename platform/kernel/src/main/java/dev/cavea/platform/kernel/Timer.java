package dev.cavea.platform.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A recurring chore on its own virtual thread, with a pause between rounds: for what lives in this
 * process's memory. Work that must survive the process, or be done once among several, is a durable
 * chore.
 *
 * <p>Only its owner ends a timer: whatever a round throws, even an error, is logged and the next
 * round follows. Health shows its {@link Pulse}.
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

    /** Starts with a pause. */
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

    @SuppressWarnings("CatchAllErrors") // A timer that dies of an error dies silently.
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
     * Waits some seconds for a round under way, without interrupting it: an interrupt closes the
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
