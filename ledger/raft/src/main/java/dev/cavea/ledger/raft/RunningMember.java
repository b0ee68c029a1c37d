package dev.cavea.ledger.raft;

import dev.cavea.ledger.client.EngineLogs;
import dev.cavea.ledger.client.Members;
import dev.cavea.ledger.client.PemFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.ratis.conf.Parameters;
import org.apache.ratis.protocol.ClientId;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.protocol.RaftGroup;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.protocol.SnapshotManagementRequest;
import org.apache.ratis.server.DivisionInfo;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.storage.RaftStorage;
import org.apache.ratis.thirdparty.com.google.protobuf.UnsafeByteOperations;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A member from start to stop: folder, engine, state machine, and what looks after them. */
final class RunningMember implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningMember.class);
    private static final long SNAPSHOT_TIMEOUT_MILLIS = 60_000;

    private final LedgerSettings settings;
    private final MemberHealth health;
    private final DataFolder folder;
    private final RaftServer server;
    private final LedgerStateMachine machine;
    private final RaftGroupId group;
    private final ClientId self = ClientId.randomId();
    private final AtomicLong calls = new AtomicLong(1);
    private final Caretaker caretaker;
    private volatile boolean closing;

    private RunningMember(
            LedgerSettings settings,
            MemberHealth health,
            DataFolder folder,
            LedgerStateMachine machine,
            RaftServer server) {
        this.settings = settings;
        this.health = health;
        this.folder = folder;
        this.machine = machine;
        this.server = server;
        this.group = settings.members().group().getGroupId();
        this.caretaker = new Caretaker(this, machine, settings);
    }

    static RunningMember start(LedgerSettings settings, MemberHealth health) {
        DataFolder folder = DataFolder.open(settings.folder());
        EngineExits.disarm();
        EngineLogs.quieten();
        LedgerStateMachine machine = null;
        RaftServer server = null;
        try {
            checkPort(settings.members().get(settings.memberId()));
            LogCheck.repair(settings.raftFolder());
            machine = new LedgerStateMachine(settings, health);
            server = engine(settings, machine);
            server.start();
            RunningMember member = new RunningMember(settings, health, folder, machine, server);
            member.caretaker.start();
            return member;
        } catch (IOException | RuntimeException e) {
            closeAll(server, machine, folder);
            throw StartFailures.explain(settings, e);
        }
    }

    private static void checkPort(Members.Member self) throws IOException {
        InetAddress host = InetAddress.getByName(self.host());
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, self.port()));
        }
    }

    private static RaftServer engine(LedgerSettings settings, LedgerStateMachine machine)
            throws IOException {
        RaftGroup group = settings.members().group();
        PemFiles tls = settings.tls();
        boolean known =
                Files.exists(
                        settings.raftFolder().resolve(group.getGroupId().getUuid().toString()));
        return RaftServer.newBuilder()
                .setServerId(RaftPeerId.valueOf(settings.memberId()))
                .setStateMachine(machine)
                .setGroup(group)
                .setProperties(EngineSettings.of(settings))
                .setParameters(tls == null ? new Parameters() : tls.parameters())
                .setOption(
                        known
                                ? RaftStorage.StartupOption.RECOVER
                                : RaftStorage.StartupOption.FORMAT)
                .build();
    }

    boolean leads() {
        DivisionInfo info = info();
        return info != null && info.isLeader() && info.isLeaderReady();
    }

    CompletableFuture<byte[]> submit(byte[] pack) {
        try {
            RaftClientRequest request =
                    RaftClientRequest.newBuilder()
                            .setClientId(self)
                            .setServerId(server.getId())
                            .setGroupId(group)
                            .setCallId(calls.getAndIncrement())
                            .setMessage(Message.valueOf(UnsafeByteOperations.unsafeWrap(pack)))
                            .setType(RaftClientRequest.writeRequestType())
                            .build();
            return server.submitClientRequestAsync(request).thenApply(RunningMember::content);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static byte[] content(RaftClientReply reply) {
        if (!reply.isSuccess()) {
            throw new CompletionException(reply.getException());
        }
        return reply.getMessage().getContent().toByteArray();
    }

    CompletableFuture<byte[]> ask(byte[] question) {
        return machine.ask(question);
    }

    /** First the file is written, then the engine is told, which purges its log up to it. */
    synchronized long snapshotNow() throws IOException {
        long index = machine.writeSnapshot();
        RaftClientReply reply =
                server.snapshotManagement(
                        SnapshotManagementRequest.newCreate(
                                self,
                                server.getId(),
                                group,
                                calls.getAndIncrement(),
                                SNAPSHOT_TIMEOUT_MILLIS,
                                1));
        if (!reply.isSuccess()) {
            LOG.warn("the log is not purged up to {}", index, reply.getException());
        }
        return index;
    }

    /** Renews the connections to the others; see {@link Caretaker}. */
    void reconnect() {
        for (Members.Member member : settings.members().all()) {
            if (!member.id().equals(settings.memberId())) {
                server.getServerRpc()
                        .handleException(
                                RaftPeerId.valueOf(member.id()),
                                new IOException("no leader is known: connect again"),
                                true);
            }
        }
    }

    /** Unless it was asked to stop. */
    void engineStopped() {
        if (!closing) {
            health.engineStopped();
        }
    }

    @Nullable DivisionInfo info() {
        try {
            return server.getDivision(group).getInfo();
        } catch (IOException e) {
            return null;
        }
    }

    long stateHash() {
        return machine.applier().stateHash();
    }

    LedgerStatus status() {
        DivisionInfo info = info();
        String failure = health.failure();
        if (info == null || !info.isAlive() || failure != null) {
            return stopped(
                    settings.memberId(), failure == null ? "the engine has stopped" : failure);
        }
        RaftPeerId leader = info.getLeaderId();
        // In this order: a snapshot that is read in brings its hole before its position is seen.
        long position = machine.applier().position();
        List<FeedFiles.Hole> holes = machine.feed().holes();
        return new LedgerStatus(
                settings.memberId(),
                role(info),
                info.getCurrentTerm(),
                leader == null ? null : leader.toString(),
                info.isLeader() ? info.isLeaderReady() : leader != null,
                info.getLastAppliedIndex(),
                machine.applier().commandsApplied(),
                position,
                holes.isEmpty() ? 0 : holes.getFirst().from(),
                machine.applier().logTimeMillis(),
                LogBytes.under(settings.raftFolder()),
                machine.snapshotIndex(),
                null);
    }

    static LedgerStatus stopped(String member, @Nullable String failure) {
        return new LedgerStatus(
                member, LedgerStatus.Role.DOWN, 0, null, false, -1, 0, 0, 0, 0, 0, -1, failure);
    }

    private static LedgerStatus.Role role(DivisionInfo info) {
        if (info.isLeader()) {
            return LedgerStatus.Role.LEADER;
        }
        return info.isFollower() ? LedgerStatus.Role.FOLLOWER : LedgerStatus.Role.CANDIDATE;
    }

    @Override
    public void close() {
        closing = true;
        caretaker.close();
        closeAll(server, machine, folder);
    }

    private static void closeAll(
            @Nullable RaftServer server, @Nullable LedgerStateMachine machine, DataFolder folder) {
        try (folder) {
            if (server != null) {
                server.close();
            }
            if (machine != null) {
                machine.close();
            }
        } catch (IOException e) {
            LOG.warn("stopping the member", e);
        }
    }
}
