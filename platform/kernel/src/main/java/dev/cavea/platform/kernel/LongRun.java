package dev.cavea.platform.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Work that goes on as long as the process: on a virtual thread of its own, begun anew after a
 * second whenever it throws, an error included. Its {@link Pulse} is in health.
 */
public final class LongRun implements AutoCloseable {

    private static final Logger LOG = System.getLogger(LongRun.class.getName());
    private static final Duration FAILING_AT_MOST = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Work work;
    private final Pulse pulse;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;

    /** Tells its pulse of each success, and returns only when its owner has ended it. */
    @FunctionalInterface
    public interface Work {
        void run(Pulse pulse) throws Exception;
    }

    private LongRun(String name, Work work) {
        this.work = work;
        this.pulse = Pulse.failingAtMost(FAILING_AT_MOST, name);
        this.thread = Thread.ofVirtual().name(name).start(this::repeat);
    }

    public static LongRun start(String name, Work work) {
        return new LongRun(name, work);
    }

    private void repeat() {
        try {
            while (!ended() && !stopping.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.log(Level.DEBUG, "{0} starts again", pulse.name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("CatchAllErrors") // Whoever waits for this work would wait for ever.
    private boolean ended() {
        try {
            work.run(pulse);
            return true;
        } catch (Throwable e) {
            if (stopping.getCount() == 0) {
                return true;
            }
            pulse.failed(e);
            LOG.log(Level.WARNING, pulse.name() + " broke off and starts again", e);
            return false;
        }
    }

    /** The owner has told the work to end. Waits for it some seconds and does not interrupt it. */
    @Override
    public void close() {
        stopping.countDown();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pulse.close();
        }
    }
}
