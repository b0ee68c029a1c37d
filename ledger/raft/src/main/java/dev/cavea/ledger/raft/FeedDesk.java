package dev.cavea.ledger.raft;

import dev.cavea.ledger.wire.FeedRecords;
import dev.cavea.ledger.wire.Question.AskFeed;
import java.io.IOException;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Answers questions for the feed on its own thread; a question about positions to come waits. */
final class FeedDesk implements Runnable, AutoCloseable {

    private static final int MAX_BYTES = 4 << 20;
    private static final int MAX_WAIT_MILLIS = 10_000;
    private static final byte[] NOTHING = FeedRecords.chunk(new byte[0]);

    /**
     * The pause between two looks under load, so that a busy feed does not wake readers for each
     * pack.
     */
    private static final long REST_NANOS = 1_000_000;

    private record Asked(AskFeed question, long untilNanos, CompletableFuture<byte[]> answer) {}

    private final FeedFiles files;
    private final Queue<Asked> waiting = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean news;
    private volatile boolean closed;

    FeedDesk(FeedFiles files) {
        this.files = files;
        this.thread = Thread.ofPlatform().daemon().name("ledger-feed-desk").start(this);
    }

    CompletableFuture<byte[]> ask(AskFeed question) {
        long wait = Math.clamp(question.waitMillis(), 0, MAX_WAIT_MILLIS);
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(wait);
        Asked asked = new Asked(question, until, new CompletableFuture<>());
        waiting.add(asked);
        tell();
        if (closed) {
            // The desk may already have gone through the queue for the last time.
            asked.answer.completeExceptionally(closedFailure());
        }
        return asked.answer;
    }

    /** Called after the feed has grown. */
    void tell() {
        news = true;
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        while (!closed) {
            news = false;
            serve();
            if (!news && !closed) {
                if (waiting.isEmpty()) {
                    LockSupport.park(this);
                } else {
                    LockSupport.parkNanos(this, nanosToNextTimeout());
                }
            }
        }
        waiting.forEach(asked -> asked.answer.completeExceptionally(closedFailure()));
    }

    private static IOException closedFailure() {
        return new IOException("this member is stopping");
    }

    private long nanosToNextTimeout() {
        long now = System.nanoTime();
        long least = Long.MAX_VALUE;
        for (Asked asked : waiting) {
            least = Math.min(least, asked.untilNanos - now);
        }
        return Math.max(REST_NANOS, least);
    }

    private void serve() {
        boolean served = false;
        for (Iterator<Asked> each = waiting.iterator(); each.hasNext(); ) {
            Asked asked = each.next();
            if (asked.answer.isDone() || answer(asked)) {
                each.remove();
                served = true;
            }
        }
        if (served) {
            LockSupport.parkNanos(this, REST_NANOS);
        }
    }

    private boolean answer(Asked asked) {
        try {
            int maxBytes = Math.clamp(asked.question.maxBytes(), 1, MAX_BYTES);
            byte[] records = files.read(Math.max(1, asked.question.fromPosition()), maxBytes);
            if (records != null) {
                return asked.answer.complete(FeedRecords.chunk(records));
            }
            return System.nanoTime() - asked.untilNanos >= 0 && asked.answer.complete(NOTHING);
        } catch (IOException | RuntimeException e) {
            return asked.answer.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
