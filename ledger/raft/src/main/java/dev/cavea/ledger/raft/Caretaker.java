package dev.cavea.ledger.raft;

import dev.cavea.ledger.wire.Pack;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.ratis.server.DivisionInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a member does unprompted: it advances log time when a hold may end and no command arrives,
 * writes snapshots, fetches what its feed lacks, and renews connections while no leader is known.
 */
final class Caretaker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);
    private static final long TICK_MILLIS = 200;
    private static final long SNAPSHOT_MILLIS = 250;
    private static final long SECOND_MILLIS = 1000;

    private final RunningMember member;
    private final LedgerStateMachine machine;
    private final FeedHoles holes;
    private final AtomicBoolean tickUnderWay = new AtomicBoolean();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().daemon().name("ledger-timer").unstarted(task));
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().daemon().name("ledger-worker").unstarted(task));

    Caretaker(RunningMember member, LedgerStateMachine machine, LedgerSettings settings) {
        this.member = member;
        this.machine = machine;
        this.holes = new FeedHoles(settings, machine.feed());
    }

    void start() {
        every(timer, TICK_MILLIS, this::tick);
        every(timer, SECOND_MILLIS, this::watchLeader);
        every(worker, SNAPSHOT_MILLIS, this::snapshot);
        every(worker, SECOND_MILLIS, holes::fill);
    }

    private interface Task {
        void run() throws IOException, InterruptedException;
    }

    private static void every(ScheduledExecutorService on, long millis, Task task) {
        var _ =
                on.scheduleWithFixedDelay(
                        () -> carefully(task), millis, millis, TimeUnit.MILLISECONDS);
    }

    private static void carefully(Task task) {
        try {
            task.run();
        } catch (IOException | RuntimeException e) {
            LOG.warn("will be tried again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tick() {
        if (machine.due().isDue(System.currentTimeMillis())
                && member.leads()
                && tickUnderWay.compareAndSet(false, true)) {
            var _ = member.submit(Pack.tick()).whenComplete((_, _) -> tickUnderWay.set(false));
        }
    }

    private void snapshot() throws IOException {
        if (machine.trigger().isDue()) {
            long start = System.nanoTime();
            long index = member.snapshotNow();
            LOG.info("snapshot up to {} in {} ms", index, (System.nanoTime() - start) / 1_000_000);
        }
    }

    /**
     * A connection that failed often waits longer and longer before it retries, and an election
     * does not hurry it: two members of three that are back would wait half a minute for each
     * other.
     */
    private void watchLeader() {
        DivisionInfo info = member.info();
        if (info == null || !info.isAlive() || EngineExits.wanted()) {
            member.engineStopped();
        } else if (info.getLeaderId() == null) {
            member.reconnect();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        worker.shutdown();
        holes.close();
        try {
            if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("a snapshot is still being written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
