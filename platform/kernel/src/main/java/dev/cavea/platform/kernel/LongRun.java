package dev.cavea.platform.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Work that lasts as long as the process: on its own virtual thread, restarted after a second
 * whenever it throws, even an error. Health shows its {@link Pulse}.
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

    /** Reports each success to its pulse, and returns only when its owner has ended it. */
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

    @SuppressWarnings("CatchAllErrors") // Whoever waits for this work would wait forever.
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

    /** The owner has told the work to end. Waits some seconds for it, without interrupting it. */
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
