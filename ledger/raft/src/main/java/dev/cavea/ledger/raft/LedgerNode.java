package dev.cavea.ledger.raft;

import dev.cavea.ledger.client.LedgerMember;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A member of the ledger in this process: the only one, or one of three or five. The same code
 * either way; only the list of members differs.
 */
public final class LedgerNode implements LedgerMember, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerNode.class);

    private final LedgerSettings settings;
    private volatile @Nullable RunningMember running;
    private volatile MemberHealth health;

    private LedgerNode(LedgerSettings settings) {
        this.settings = settings;
        this.health = new MemberHealth(settings.memberId(), settings.halt());
    }

    /**
     * Checks the folder and the log, and starts.
     *
     * @throws LedgerStartException with one line that says what to do
     */
    public static LedgerNode start(LedgerSettings settings) {
        LedgerNode node = new LedgerNode(settings);
        node.startAgain();
        return node;
    }

    private synchronized void startAgain() {
        MemberHealth fresh = new MemberHealth(settings.memberId(), settings.halt());
        running = RunningMember.start(settings, fresh);
        health = fresh;
    }

    /**
     * Stops and starts in place: how a member whose log could not be written recovers once the disk
     * has room again.
     */
    public synchronized void restart() {
        stop(false);
        startAgain();
    }

    @Override
    public boolean leads() {
        RunningMember member = running;
        return member != null && member.leads();
    }

    @Override
    public CompletableFuture<byte[]> submit(byte[] pack) {
        RunningMember member = running;
        return member == null ? down() : member.submit(pack);
    }

    @Override
    public CompletableFuture<byte[]> ask(byte[] question) {
        RunningMember member = running;
        return member == null ? down() : member.ask(question);
    }

    private static CompletableFuture<byte[]> down() {
        return CompletableFuture.failedFuture(new IOException("this member is not running"));
    }

    /** Waits at most this long for the member to serve, itself or through a leader it knows. */
    public boolean awaitReady(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!status().ready()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            Thread.sleep(5);
        }
        return true;
    }

    /** Cheap, for health and metrics. */
    public LedgerStatus status() {
        RunningMember member = running;
        return member == null
                ? RunningMember.stopped(settings.memberId(), health.failure())
                : member.status();
    }

    /**
     * Covers all state; equal on members that have applied the same log. Takes as long as a copy.
     */
    public long stateHash() {
        RunningMember member = running;
        if (member == null) {
            throw new IllegalStateException("this member is not running");
        }
        return member.stateHash();
    }

    /** Writes a snapshot now and lets the engine purge its log; returns the index it goes up to. */
    public long snapshotNow() throws IOException {
        RunningMember member = running;
        if (member == null) {
            throw new IOException("this member is not running");
        }
        return member.snapshotNow();
    }

    /** Writes a snapshot, so that the next start is quick, and stops. */
    @Override
    public synchronized void close() {
        stop(true);
    }

    private void stop(boolean withSnapshot) {
        RunningMember member = running;
        running = null;
        if (member == null) {
            return;
        }
        if (withSnapshot && health.failure() == null) {
            try {
                member.snapshotNow();
            } catch (IOException | RuntimeException e) {
                LOG.warn("no snapshot at shutdown; the next start replays the log", e);
            }
        }
        member.close();
    }
}
