package dev.cavea.ledger.raft;

import dev.cavea.ledger.core.Ledger;
import dev.cavea.ledger.core.snapshot.LedgerSnapshot;
import dev.cavea.ledger.wire.Snapshots;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.apache.ratis.io.MD5Hash;
import org.apache.ratis.server.protocol.TermIndex;
import org.apache.ratis.server.storage.FileInfo;
import org.apache.ratis.statemachine.impl.SimpleStateMachineStorage;
import org.apache.ratis.statemachine.impl.SingleFileSnapshotInfo;
import org.apache.ratis.util.MD5FileUtil;

/** Snapshot files: written next to the log, complete and on disk before anyone hears of them. */
final class SnapshotFiles {

    private static final String UNFINISHED = ".writing";
    private static final int BUFFER_BYTES = 1 << 20;

    private final SimpleStateMachineStorage storage;

    SnapshotFiles(SimpleStateMachineStorage storage) {
        this.storage = storage;
    }

    /** Removes what a crash left half written. */
    static void dropUnfinished(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().endsWith(UNFINISHED)) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Complete and on disk, but not yet known to the engine. */
    SingleFileSnapshotInfo write(LedgerSnapshot snapshot, TermIndex upTo) throws IOException {
        File file = storage.getSnapshotFile(upTo.getTerm(), upTo.getIndex());
        Path path = file.toPath();
        Path unfinished = path.resolveSibling(path.getFileName() + UNFINISHED);
        writeAndForce(snapshot, unfinished);
        MD5Hash digest = MD5FileUtil.computeMd5ForFile(unfinished.toFile());
        // The digest first: the engine skips a snapshot without one.
        MD5FileUtil.saveMD5File(file, digest);
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(path);
        return new SingleFileSnapshotInfo(
                new FileInfo(path, digest), upTo.getTerm(), upTo.getIndex());
    }

    private static void writeAndForce(LedgerSnapshot snapshot, Path path) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(
                                path,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE);
                OutputStream out =
                        new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES)) {
            Snapshots.write(snapshot, out);
            out.flush();
            channel.force(true);
        }
    }

    private static void forceFolder(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    static Ledger read(SingleFileSnapshotInfo info) throws IOException {
        Path path = info.getFile().getPath();
        MD5Hash digest = info.getFile().getFileDigest();
        if (digest == null) {
            throw new IOException("a snapshot without a checksum: " + path);
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES)) {
            return Snapshots.read(in, Files.size(path));
        }
    }
}
