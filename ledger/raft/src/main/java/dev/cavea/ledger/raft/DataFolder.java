package dev.cavea.ledger.raft;

import dev.cavea.ledger.raft.LedgerStartException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A member's folder, guarded by a lock of our own: the engine has one too, but a second process
 * that runs into it stays half alive instead of ending.
 */
final class DataFolder implements AutoCloseable {

    private static final String LOCK_FILE = "ledger.lock";

    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static DataFolder open(Path folder) {
        FileChannel channel = null;
        try {
            Files.createDirectories(folder);
            channel =
                    FileChannel.open(
                            folder.resolve(LOCK_FILE),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock != null) {
                return new DataFolder(channel, lock);
            }
            channel.close();
        } catch (IOException e) {
            closeQuietly(channel);
            throw new LedgerStartException(
                    Reason.FOLDER_NOT_WRITABLE,
                    "The data folder %s cannot be written (%s). Allow this user to write"
                                    .formatted(folder.toAbsolutePath(), oneLine(e))
                            + " there, free space, or choose another folder.",
                    e);
        }
        throw new LedgerStartException(
                Reason.FOLDER_IN_USE,
                "The data folder %s is in use by another process. Stop that one first, or choose"
                                .formatted(folder.toAbsolutePath())
                        + " another folder.");
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException ignored) {
            // The first failure is what counts.
        }
    }

    private static String oneLine(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
