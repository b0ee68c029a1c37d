package dev.cavea.ledger.client;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.ratis.client.RaftClient;
import org.apache.ratis.client.RaftClientConfigKeys;
import org.apache.ratis.client.RaftClientRpc;
import org.apache.ratis.conf.Parameters;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.grpc.GrpcConfigKeys;
import org.apache.ratis.protocol.ClientId;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.protocol.RaftGroup;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.protocol.exceptions.NotLeaderException;
import org.apache.ratis.thirdparty.com.google.protobuf.UnsafeByteOperations;
import org.apache.ratis.util.SizeInBytes;
import org.apache.ratis.util.TimeDuration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The members over the network. Follows the leader; each call is one attempt, and retrying is up to
 * the caller. Requests are not ordered, so that a lost one holds up no other.
 */
final class RemoteMembers implements LedgerMember, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteMembers.class);

    /** Long enough for a question that waits for the feed to grow. */
    private static final long ASK_TIMEOUT_MILLIS = 20_000;

    /**
     * More time for a large pack, such as one that opens a big house: the network carries four
     * megabytes a second.
     */
    static final long NANOS_PER_BYTE = 250;

    private final RaftClient client;
    private final RaftClientRpc rpc;
    private final RaftGroupId group;
    private final long timeoutMillis;
    private final List<RaftPeer> peers;
    private final Map<RaftPeerId, Boolean> known = new ConcurrentHashMap<>();
    private final ClientId self = ClientId.randomId();
    private final AtomicLong calls = new AtomicLong(1);
    private volatile RaftPeerId leader;
    private volatile RaftPeerId reader;

    RemoteMembers(Members members, @Nullable PemFiles tls, long timeoutMillis) {
        EngineLogs.quieten();
        RaftProperties properties = new RaftProperties();
        RaftClientConfigKeys.Rpc.setRequestTimeout(
                properties, TimeDuration.valueOf(timeoutMillis, TimeUnit.MILLISECONDS));
        GrpcConfigKeys.setMessageSizeMax(properties, SizeInBytes.valueOf("16MB"));
        RaftGroup raftGroup = members.group();
        this.group = raftGroup.getGroupId();
        this.timeoutMillis = timeoutMillis;
        this.peers = new CopyOnWriteArrayList<>(raftGroup.getPeers());
        this.client =
                RaftClient.newBuilder()
                        .setProperties(properties)
                        .setRaftGroup(raftGroup)
                        .setClientId(self)
                        .setParameters(tls == null ? new Parameters() : tls.parameters())
                        .build();
        this.rpc = client.getClientRpc();
        this.leader = peers.getFirst().getId();
        this.reader = leader;
    }

    @Override
    public boolean leads() {
        return true;
    }

    @Override
    public CompletableFuture<byte[]> submit(byte[] pack) {
        RaftPeerId target = leader;
        long timeout = timeoutMillis + TimeUnit.NANOSECONDS.toMillis(pack.length * NANOS_PER_BYTE);
        return send(target, pack, RaftClientRequest.writeRequestType(), timeout)
                .handle(
                        (reply, failure) -> {
                            if (failure != null) {
                                leader = after(target, leader);
                                throw failed(target, failure);
                            }
                            if (reply.isSuccess()) {
                                return content(reply);
                            }
                            follow(target, reply);
                            throw new CompletionException(reply.getException());
                        });
    }

    @Override
    public CompletableFuture<byte[]> ask(byte[] question) {
        RaftPeerId target = reader;
        RaftClientRequest.Type stale = RaftClientRequest.staleReadRequestType(0);
        return send(target, question, stale, ASK_TIMEOUT_MILLIS)
                .handle(
                        (reply, failure) -> {
                            if (failure != null) {
                                reader = after(target, reader);
                                throw failed(target, failure);
                            }
                            if (reply.isSuccess()) {
                                return content(reply);
                            }
                            reader = after(target, reader);
                            throw new CompletionException(reply.getException());
                        });
    }

    /** Turns to another member, because the one asked last does not have it. */
    void askNextTime() {
        reader = after(reader, reader);
    }

    private CompletableFuture<RaftClientReply> send(
            RaftPeerId target, byte[] message, RaftClientRequest.Type type, long timeout) {
        RaftClientRequest request =
                RaftClientRequest.newBuilder()
                        .setClientId(self)
                        .setServerId(target)
                        .setGroupId(group)
                        .setCallId(calls.getAndIncrement())
                        .setMessage(Message.valueOf(UnsafeByteOperations.unsafeWrap(message)))
                        .setType(type)
                        .setTimeoutMs(timeout)
                        .build();
        return rpc.sendRequestAsyncUnordered(request).orTimeout(timeout, TimeUnit.MILLISECONDS);
    }

    private static byte[] content(RaftClientReply reply) {
        return reply.getMessage().getContent().toByteArray();
    }

    private CompletionException failed(RaftPeerId target, Throwable failure) {
        rpc.handleException(target, failure, true);
        return failure instanceof CompletionException wrapped
                ? wrapped
                : new CompletionException(failure);
    }

    /** Where the next attempt goes: to the leader that was named, otherwise to the next member. */
    private void follow(RaftPeerId target, RaftClientReply reply) {
        NotLeaderException notLeader = reply.getNotLeaderException();
        if (notLeader != null && notLeader.getSuggestedLeader() != null) {
            notLeader.getPeers().forEach(this::meet);
            leader = notLeader.getSuggestedLeader().getId();
        } else if (reply.getLeaderNotReadyException() == null) {
            leader = after(target, leader);
        }
    }

    private void meet(RaftPeer peer) {
        boolean isNew = peers.stream().noneMatch(known -> known.getId().equals(peer.getId()));
        if (isNew && known.putIfAbsent(peer.getId(), true) == null) {
            rpc.addRaftPeers(List.of(peer));
            peers.add(peer);
        }
    }

    /** The member after the one that failed, unless another attempt has already moved on. */
    private RaftPeerId after(RaftPeerId failed, RaftPeerId current) {
        if (!failed.equals(current)) {
            return current;
        }
        for (int i = 0; i < peers.size(); i++) {
            if (peers.get(i).getId().equals(failed)) {
                return peers.get((i + 1) % peers.size()).getId();
            }
        }
        return peers.getFirst().getId();
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            LOG.debug("closing the connections to the members", e);
        }
    }
}
