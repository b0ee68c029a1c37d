package dev.cavea.app;

import dev.cavea.platform.kernel.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** The folder that holds everything, and the lock that makes it this process' own. */
final class DataFolder implements AutoCloseable {

    /** Below this a start would only fail half way. */
    private static final long NEEDED_BYTES = 100L << 20;

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Throws {@link StartFailure} when it cannot be ours or cannot be written. */
    static DataFolder take(Path path) {
        FileChannel channel = null;
        try {
            Files.createDirectories(path);
            channel =
                    FileChannel.open(
                            path.resolve("cavea.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StartFailure(
                        "another process uses the data folder %s: stop it, or choose another"
                                        .formatted(path)
                                + " folder with --data");
            }
            if (Files.getFileStore(path).getUsableSpace() < NEEDED_BYTES) {
                channel.close();
                throw new StartFailure(
                        "the disk is full: less than 100 MB are left for the data folder " + path);
            }
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new StartFailure(
                    "cannot write to the data folder %s (%s): choose another with --data"
                            .formatted(path, e));
        }
    }

    Path path() {
        return path;
    }

    /** A unique number that stays with the folder; generated if there is none. */
    long number() {
        Path file = path.resolve("home.id");
        try {
            // A power cut may have left it empty.
            if (PrivateFile.lines(file).isEmpty()) {
                long drawn = new SecureRandom().nextLong();
                PrivateFile.replace(file, Long.toHexString(drawn) + "\n");
            }
            return Long.parseUnsignedLong(PrivateFile.lines(file).getFirst(), 16);
        } catch (UncheckedIOException | NumberFormatException e) {
            throw new StartFailure("cannot read or write %s (%s)".formatted(file, e));
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
