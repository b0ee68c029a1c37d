package dev.cavea.ledger.raft;

import dev.cavea.ledger.client.Members;
import dev.cavea.ledger.client.PemFiles;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a member needs to know. One member and many differ only in the list.
 *
 * @param memberId this member's id in the list
 * @param folder where it alone keeps its log, snapshots and feed
 * @param feedFileBytes when a file of the feed is full
 * @param tls null if all members and clients are on a trusted machine
 */
public record LedgerSettings(
        String memberId,
        Members members,
        Path folder,
        SnapshotPolicy snapshots,
        long feedFileBytes,
        @Nullable PemFiles tls,
        Halt halt) {

    private static final long FEED_FILE_BYTES = 64L << 20;

    /** A member with the usual sizes, which ends its process when it must not continue. */
    public static LedgerSettings of(String memberId, Members members, Path folder) {
        return new LedgerSettings(
                memberId,
                members,
                folder,
                SnapshotPolicy.DEFAULT,
                FEED_FILE_BYTES,
                null,
                Halt.process());
    }

    public LedgerSettings {
        members.get(memberId);
    }

    public LedgerSettings with(SnapshotPolicy policy) {
        return new LedgerSettings(memberId, members, folder, policy, feedFileBytes, tls, halt);
    }

    public LedgerSettings with(Halt newHalt) {
        return new LedgerSettings(
                memberId, members, folder, snapshots, feedFileBytes, tls, newHalt);
    }

    public LedgerSettings with(PemFiles pem) {
        return new LedgerSettings(memberId, members, folder, snapshots, feedFileBytes, pem, halt);
    }

    public LedgerSettings withFeedFileBytes(long bytes) {
        return new LedgerSettings(memberId, members, folder, snapshots, bytes, tls, halt);
    }

    Path raftFolder() {
        return folder.resolve("raft");
    }

    Path feedFolder() {
        return folder.resolve("feed");
    }
}
