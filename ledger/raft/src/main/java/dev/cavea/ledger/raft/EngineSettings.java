package dev.cavea.ledger.raft;

import dev.cavea.ledger.client.Members;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.grpc.GrpcConfigKeys;
import org.apache.ratis.server.RaftServerConfigKeys;
import org.apache.ratis.util.SizeInBytes;
import org.apache.ratis.util.TimeDuration;

/**
 * The engine's settings, each measured or learned from a failure. Its transport stays gRPC: up to
 * 3.2.2 the other one confirmed entries that were not yet on disk.
 */
final class EngineSettings {

    /** One entry must fit: the longest pack and what the engine adds. */
    private static final SizeInBytes LONGEST_ENTRY = SizeInBytes.valueOf("8MB");

    private static final SizeInBytes WRITE_BUFFER = SizeInBytes.valueOf("8200KB");

    private EngineSettings() {}

    static RaftProperties of(LedgerSettings settings) {
        RaftProperties properties = new RaftProperties();
        Members.Member self = settings.members().get(settings.memberId());
        RaftServerConfigKeys.setStorageDir(properties, List.of(settings.raftFolder().toFile()));
        GrpcConfigKeys.Server.setHost(properties, self.host());
        GrpcConfigKeys.Server.setPort(properties, self.port());
        GrpcConfigKeys.setMessageSizeMax(properties, SizeInBytes.valueOf("16MB"));
        elections(properties, settings.members().all().size() == 1);
        durability(properties);
        sizes(properties);
        snapshots(properties);
        return properties;
    }

    /**
     * Short, so that a dead leader is replaced within a second; long enough that a leader at full
     * load, on a machine shared by three members and their callers, is never mistaken for dead.
     */
    private static void elections(RaftProperties properties, boolean alone) {
        TimeDuration least = millis(alone ? 100 : 300);
        TimeDuration most = millis(alone ? 200 : 600);
        RaftServerConfigKeys.Rpc.setTimeoutMin(properties, least);
        RaftServerConfigKeys.Rpc.setTimeoutMax(properties, most);
        RaftServerConfigKeys.Rpc.setFirstElectionTimeoutMin(properties, alone ? millis(10) : least);
        RaftServerConfigKeys.Rpc.setFirstElectionTimeoutMax(properties, alone ? millis(20) : most);
        RaftServerConfigKeys.Rpc.setRequestTimeout(properties, millis(1000));
        RaftServerConfigKeys.Rpc.setSlownessTimeout(properties, millis(60_000));
        RaftServerConfigKeys.Notification.setNoLeaderTimeout(properties, millis(60_000));
        // The default follows the election timeout and is far too short to add a member.
        RaftServerConfigKeys.setStagingTimeout(properties, millis(30_000));
    }

    /** Mostly defaults, set anyway so that nobody tunes them: an answer means "on disk". */
    private static void durability(RaftProperties properties) {
        RaftServerConfigKeys.Log.setUnsafeFlushEnabled(properties, false);
        RaftServerConfigKeys.Log.setAsyncFlushEnabled(properties, false);
        RaftServerConfigKeys.Log.setForceSyncNum(properties, 128);
        // True writes a second entry and fsync for every commit.
        RaftServerConfigKeys.Log.setLogMetadataEnabled(properties, false);
        // The other policy silently drops entries.
        RaftServerConfigKeys.Log.setCorruptionPolicy(
                properties, RaftServerConfigKeys.Log.CorruptionPolicy.EXCEPTION);
    }

    private static void sizes(RaftProperties properties) {
        RaftServerConfigKeys.Log.setSegmentSizeMax(properties, SizeInBytes.valueOf("16MB"));
        RaftServerConfigKeys.Log.setPreallocatedSize(properties, SizeInBytes.valueOf("4MB"));
        RaftServerConfigKeys.Log.Appender.setBufferByteLimit(properties, LONGEST_ENTRY);
        RaftServerConfigKeys.Log.setWriteBufferSize(properties, WRITE_BUFFER);
        RaftServerConfigKeys.Log.setSegmentCacheNumMax(properties, 2);
        RaftServerConfigKeys.Log.setSegmentCacheSizeMax(properties, SizeInBytes.valueOf("64MB"));
        RaftServerConfigKeys.Write.setByteLimit(properties, SizeInBytes.valueOf("64MB"));
        // Answers by id are in our own state; the default keeps a minute of answers on the heap,
        // and garbage collections copy whatever lives for seconds.
        RaftServerConfigKeys.RetryCache.setExpiryTime(properties, millis(250));
        RaftServerConfigKeys.ThreadPool.setServerCached(properties, true);
    }

    /** The state machine writes them; the engine only purges its log. */
    private static void snapshots(RaftProperties properties) {
        RaftServerConfigKeys.Snapshot.setAutoTriggerEnabled(properties, false);
        RaftServerConfigKeys.Snapshot.setTriggerWhenStopEnabled(properties, false);
        // Well below the longest message, which is the default.
        RaftServerConfigKeys.Log.Appender.setSnapshotChunkSizeMax(
                properties, SizeInBytes.valueOf("4MB"));
        RaftServerConfigKeys.Snapshot.setRetentionFileNum(properties, 2);
        RaftServerConfigKeys.Log.setPurgeGap(properties, 1);
        // Does not wait for a dead member, so that it cannot fill the disk; it gets a snapshot.
        RaftServerConfigKeys.Log.setPurgeUptoSnapshotIndex(properties, true);
    }

    private static TimeDuration millis(long millis) {
        return TimeDuration.valueOf(millis, TimeUnit.MILLISECONDS);
    }
}
