package dev.cavea.platform.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A small chore that is done again and again on a virtual thread of its own, with a pause between.
 * A chore that fails is logged and tried again after the pause: a database that restarts must not
 * end the cleaning for good.
 */
public final class Periodic implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Periodic.class.getName());

    private final CountDownLatch stopping;
    private final Thread thread;

    private Periodic(CountDownLatch stopping, Thread thread) {
        this.stopping = stopping;
        this.thread = thread;
    }

    /** Starts at once with a pause. */
    public static Periodic every(Duration pause, String name, Runnable chore) {
        CountDownLatch stopping = new CountDownLatch(1);
        Thread thread =
                Thread.ofVirtual().name(name).start(() -> repeat(stopping, pause, name, chore));
        return new Periodic(stopping, thread);
    }

    private static void repeat(
            CountDownLatch stopping, Duration pause, String name, Runnable chore) {
        try {
            while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                attempt(name, chore);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void attempt(String name, Runnable chore) {
        try {
            chore.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, name + " failed and will be tried again", e);
        }
    }

    /**
     * Waits some seconds for a chore under way. It is not interrupted: an interrupt closes the
     * database connection that a virtual thread is reading from.
     */
    @Override
    public void close() {
        stopping.countDown();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
