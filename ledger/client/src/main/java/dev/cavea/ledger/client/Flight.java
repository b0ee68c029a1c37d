package dev.cavea.ledger.client;

import dev.cavea.ledger.client.LedgerUnavailable.Outcome;
import dev.cavea.ledger.core.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** A pack that was sent, and the callers waiting for it. */
final class Flight {

    /** What has become of the last attempt. */
    enum Stage {
        UNDER_WAY,
        FAILED,
        SESSION_ENDED,
        LANDED
    }

    private static final long FIRST_PAUSE_NANOS = 5_000_000;
    private static final long LONGEST_PAUSE_NANOS = 100_000_000;

    final long session;
    final long number;
    final byte[] pack;
    final List<Call> calls;

    private volatile Stage stage = Stage.UNDER_WAY;
    private int attempts;
    private long lastSentNanos;
    private long lostAtNanos;

    Flight(long session, long number, byte[] pack, List<Call> calls) {
        this.session = session;
        this.number = number;
        this.pack = pack;
        this.calls = calls;
    }

    Stage stage() {
        return stage;
    }

    int attempts() {
        return attempts;
    }

    /** All callers of a pack arrived at about the same time; the latest one gives up last. */
    boolean isLate(long now) {
        return now - calls.getLast().deadlineNanos > 0;
    }

    /** Owner's thread: a new attempt, which counts as lost after the timeout. */
    synchronized void sent(long now, long attemptTimeoutNanos) {
        attempts++;
        lastSentNanos = now;
        lostAtNanos = now + attemptTimeoutNanos;
        move(Stage.FAILED, Stage.UNDER_WAY);
    }

    /** Any thread. An answer to any attempt is the answer; later failures are ignored. */
    synchronized boolean land() {
        boolean first = stage != Stage.LANDED;
        stage = Stage.LANDED;
        return first;
    }

    /** Any thread. */
    synchronized void attemptFailed() {
        move(Stage.UNDER_WAY, Stage.FAILED);
    }

    /** Any thread. */
    synchronized void sessionEnded() {
        if (stage != Stage.LANDED) {
            stage = Stage.SESSION_ENDED;
        }
    }

    private void move(Stage from, Stage to) {
        if (stage == from) {
            stage = to;
        }
    }

    /** Owner's thread: whether another attempt is due. */
    boolean isDue(long now) {
        return switch (stage()) {
            case FAILED -> {
                long pause = FIRST_PAUSE_NANOS << Math.min(attempts - 1, 6);
                yield now - lastSentNanos >= Math.min(pause, LONGEST_PAUSE_NANOS);
            }
            case UNDER_WAY -> now - lostAtNanos >= 0;
            case SESSION_ENDED, LANDED -> false;
        };
    }

    void complete(List<Answer> answers) {
        List<Executor> executors = new ArrayList<>(2);
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            if (call.completeOn == null) {
                call.complete(answers.get(i));
            } else if (!executors.contains(call.completeOn)) {
                executors.add(call.completeOn);
            }
        }
        for (Executor executor : executors) {
            executor.execute(() -> completeOn(executor, answers));
        }
    }

    void fail(Outcome outcome, String message) {
        LedgerUnavailable failure = new LedgerUnavailable(outcome, message);
        calls.forEach(call -> call.fail(failure));
    }

    private void completeOn(Executor executor, List<Answer> answers) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).completeOn == executor) {
                calls.get(i).complete(answers.get(i));
            }
        }
    }
}
