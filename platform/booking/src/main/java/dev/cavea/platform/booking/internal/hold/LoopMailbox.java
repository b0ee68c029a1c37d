package dev.cavea.platform.booking.internal.hold;

import io.netty.channel.EventLoop;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings answers back to the event loop whose requests they belong to. Everything that arrived
 * while the loop was busy is done in one task, so that a pack of answers wakes a loop once rather
 * than a hundred times.
 */
public final class LoopMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(LoopMailbox.class);
    private static final ThreadLocal<LoopMailbox> OF_THREAD = new ThreadLocal<>();

    private final EventLoop loop;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();

    LoopMailbox(EventLoop loop) {
        this.loop = loop;
    }

    /** Throws IllegalStateException on a thread that is no event loop. */
    public static LoopMailbox ofThisLoop() {
        LoopMailbox known = OF_THREAD.get();
        if (known == null) {
            Context context = Vertx.currentContext();
            if (context == null) {
                throw new IllegalStateException("not on an event loop");
            }
            known = new LoopMailbox(((ContextInternal) context).nettyEventLoop());
            OF_THREAD.set(known);
        }
        return known;
    }

    /** From any thread; the task runs on the loop, in the order posted by each thread. */
    public void post(Runnable task) {
        waiting.add(task);
        if (scheduled.compareAndSet(false, true)) {
            loop.execute(this::drain);
        }
    }

    private void drain() {
        // Open for the next before taking: what is added from here on schedules a drain of its own.
        scheduled.set(false);
        Runnable task;
        while ((task = waiting.poll()) != null) {
            run(task);
        }
    }

    /** One that fails is one request's trouble; those behind it are others'. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            LOG.error("An answer could not be delivered to its request", e);
        }
    }
}
