package dev.cavea.ledger.raft;

import dev.cavea.ledger.core.Ledger;
import dev.cavea.ledger.core.snapshot.LedgerSnapshot;
import dev.cavea.ledger.raft.LedgerStartException.Reason;
import dev.cavea.ledger.wire.Pack;
import dev.cavea.ledger.wire.Question;
import dev.cavea.ledger.wire.Question.AskFeed;
import dev.cavea.ledger.wire.Question.AskImage;
import dev.cavea.ledger.wire.WireException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.apache.ratis.proto.RaftProtos.LogEntryProto;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.exceptions.StateMachineException;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.protocol.TermIndex;
import org.apache.ratis.server.storage.RaftStorage;
import org.apache.ratis.statemachine.SnapshotInfo;
import org.apache.ratis.statemachine.StateMachineStorage;
import org.apache.ratis.statemachine.TransactionContext;
import org.apache.ratis.statemachine.impl.BaseStateMachine;
import org.apache.ratis.statemachine.impl.SimpleStateMachineStorage;
import org.apache.ratis.statemachine.impl.SingleFileSnapshotInfo;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;
import org.apache.ratis.thirdparty.com.google.protobuf.UnsafeByteOperations;
import org.apache.ratis.util.LifeCycle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the engine calls: packs in, answers out, snapshots, and questions outside the log. */
final class LedgerStateMachine extends BaseStateMachine {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerStateMachine.class);

    private final SimpleStateMachineStorage storage = new SimpleStateMachineStorage();
    private final SnapshotFiles snapshotFiles = new SnapshotFiles(storage);
    private final SnapshotTrigger trigger;
    private final MemberHealth health;
    private final DueTimes due = new DueTimes();
    private final FeedFiles feed;
    private final FeedDesk desk;
    private final PackApplier applier;
    private final LogClock clock;
    private volatile long snapshotIndex = -1;
    private volatile @Nullable SingleFileSnapshotInfo written;
    private volatile @Nullable SingleFileSnapshotInfo published;

    LedgerStateMachine(LedgerSettings settings, MemberHealth health) throws IOException {
        this.health = health;
        this.trigger = new SnapshotTrigger(settings.snapshots());
        this.feed =
                new FeedFiles(settings.feedFolder(), settings.feedFileBytes(), this::feedHasGrown);
        this.desk = new FeedDesk(feed);
        this.applier = new PackApplier(feed, due);
        this.clock = new LogClock(Clock.systemUTC(), applier::logTimeMillis);
    }

    private void feedHasGrown() {
        desk.tell();
    }

    @Override
    public void initialize(RaftServer server, RaftGroupId group, RaftStorage raftStorage)
            throws IOException {
        // The life cycle must be RUNNING, or the first snapshot from another member fails forever.
        getLifeCycle()
                .startAndTransition(
                        () -> {
                            super.initialize(server, group, raftStorage);
                            storage.init(raftStorage);
                            Path folder = raftStorage.getStorageDir().getStateMachineDir().toPath();
                            SnapshotFiles.dropUnfinished(folder);
                            load(storage.getLatestSnapshot());
                        });
    }

    @Override
    public void pause() {
        getLifeCycle().transition(LifeCycle.State.PAUSING);
        getLifeCycle().transition(LifeCycle.State.PAUSED);
    }

    /** A snapshot arrived from another member. */
    @Override
    public void reinitialize() throws IOException {
        load(storage.loadLatestSnapshot());
        if (getLifeCycleState() == LifeCycle.State.PAUSED) {
            getLifeCycle().transition(LifeCycle.State.STARTING);
            getLifeCycle().transition(LifeCycle.State.RUNNING);
        }
    }

    private void load(SingleFileSnapshotInfo info) throws IOException {
        if (info == null) {
            applier.restore(new Ledger());
            return;
        }
        try {
            applier.restore(SnapshotFiles.read(info));
        } catch (WireException e) {
            throw new LedgerStartException(
                    Reason.SNAPSHOT_DAMAGED,
                    "The ledger's snapshot %s is damaged (%s). Put this member's folder back from a"
                                    .formatted(info.getFile().getPath(), e.getMessage())
                            + " backup; change nothing by hand.",
                    e);
        }
        setLastAppliedTermIndex(info.getTermIndex());
        snapshotIndex = info.getIndex();
        written = info;
        published = info;
        trigger.frozen();
    }

    @Override
    public StateMachineStorage getStateMachineStorage() {
        return storage;
    }

    /** On the leader: what cannot be read never enters the log; the rest is stamped. */
    @Override
    public TransactionContext startTransaction(RaftClientRequest request) throws IOException {
        TransactionContext.Builder transaction =
                TransactionContext.newBuilder().setStateMachine(this).setClientRequest(request);
        try {
            byte[] bytes = request.getMessage().getContent().toByteArray();
            Pack pack = Pack.read(bytes);
            long logTime = clock.stamp();
            ByteString stamped = UnsafeByteOperations.unsafeWrap(Pack.stamped(bytes, logTime));
            return transaction.setLogData(stamped).setStateMachineContext(pack.at(logTime)).build();
        } catch (WireException e) {
            TransactionContext refused = transaction.build();
            refused.setException(new StateMachineException("no pack: " + e.getMessage()));
            return refused;
        }
    }

    @Override
    public CompletableFuture<Message> applyTransaction(TransactionContext transaction) {
        LogEntryProto entry = transaction.getLogEntry();
        ByteString bytes = entry.getStateMachineLogEntry().getLogData();
        try {
            // The leader has already read the pack.
            Pack pack =
                    transaction.getStateMachineContext() instanceof Pack known
                            ? known
                            : Pack.read(bytes.toByteArray());
            byte[] answers = apply(pack, TermIndex.valueOf(entry.getTerm(), entry.getIndex()));
            trigger.applied(pack.commands().size(), bytes.size());
            return CompletableFuture.completedFuture(message(answers));
        } catch (UncheckedIOException e) {
            health.feedFailed(e);
            throw e;
        } catch (RuntimeException | Error e) {
            // Whatever went wrong: the next entry must not be applied to a state that missed this
            // one.
            health.broken(entry.getIndex(), e);
            throw e;
        }
    }

    private synchronized byte[] apply(Pack pack, TermIndex at) {
        health.checkWhole();
        byte[] answers = applier.apply(pack).toBytes();
        updateLastAppliedTermIndex(at.getTerm(), at.getIndex());
        return answers;
    }

    /** A state and the last entry of the log that is in it. */
    private record Frozen(LedgerSnapshot snapshot, TermIndex upTo) {}

    private synchronized Frozen freeze() {
        Frozen frozen = new Frozen(applier.freeze(), getLastAppliedTermIndex());
        trigger.frozen();
        return frozen;
    }

    /**
     * Writes a snapshot of the current state, on the caller's thread; the engine may then purge its
     * log.
     */
    long writeSnapshot() throws IOException {
        Frozen frozen = freeze();
        long index = frozen.upTo == null ? -1 : frozen.upTo.getIndex();
        if (index > snapshotIndex) {
            feed.force();
            written = snapshotFiles.write(frozen.snapshot, frozen.upTo);
            snapshotIndex = index;
            trigger.written();
        }
        return snapshotIndex;
    }

    /** The engine asks once it has been told that there is one: it is on disk. */
    @Override
    public long takeSnapshot() {
        SingleFileSnapshotInfo latest = written;
        if (latest == null) {
            return -1;
        }
        published = latest;
        storage.updateLatestSnapshot(latest);
        return latest.getIndex();
    }

    /**
     * Only what {@link #takeSnapshot} reported or a start found: if the engine saw a file earlier,
     * it would think that it had already purged its log.
     */
    @Override
    public @Nullable SnapshotInfo getLatestSnapshot() {
        return published;
    }

    /** Reads that look exact can still be stale; whatever decides goes through the log. */
    @Override
    public CompletableFuture<Message> query(Message request) {
        return CompletableFuture.failedFuture(
                new StateMachineException(
                        "nothing is read outside the log to decide on it: submit a command"));
    }

    /** Fresh, not exact: what this member has applied. */
    @Override
    public CompletableFuture<Message> queryStale(Message request, long minIndex) {
        return ask(request.getContent().toByteArray()).thenApply(LedgerStateMachine::message);
    }

    CompletableFuture<byte[]> ask(byte[] question) {
        try {
            return switch (Question.read(question)) {
                case AskImage _ -> CompletableFuture.supplyAsync(this::image);
                case AskFeed asked -> desk.ask(asked);
            };
        } catch (WireException e) {
            return CompletableFuture.failedFuture(new StateMachineException(e.getMessage()));
        }
    }

    private byte[] image() {
        return Images.of(applier.freeze()).toBytes();
    }

    private static Message message(byte[] bytes) {
        return Message.valueOf(UnsafeByteOperations.unsafeWrap(bytes));
    }

    /** The engine closes the division and stops there; it never recovers by itself. */
    @Override
    public void notifyLogFailed(Throwable cause, LogEntryProto entry) {
        health.logFailed(cause);
    }

    @Override
    public void close() {
        desk.close();
        try {
            feed.close();
        } catch (IOException e) {
            LOG.warn("closing the feed", e);
        }
    }

    SnapshotTrigger trigger() {
        return trigger;
    }

    PackApplier applier() {
        return applier;
    }

    FeedFiles feed() {
        return feed;
    }

    DueTimes due() {
        return due;
    }

    long snapshotIndex() {
        return snapshotIndex;
    }
}
