package dev.cavea.ledger.raft;

import dev.cavea.ledger.raft.LedgerStartException.Reason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the log before the engine does. A power cut may leave half of an entry that was never
 * acknowledged: the engine would refuse to start, so the half entry is cut off. If good entries
 * follow the bad place, nothing may be cut, and if the header is gone, the engine would silently
 * delete the file: then the member does not start.
 *
 * <p>A log file is the eight characters {@code RaftLog1} and then entries, each a length (seven
 * bits per byte), that many bytes, and the CRC32C of both; the open file is padded with zeros.
 */
final class LogCheck {

    private static final Logger LOG = LoggerFactory.getLogger(LogCheck.class);
    private static final byte[] HEADER = "RaftLog1".getBytes(StandardCharsets.US_ASCII);
    private static final int CHECKSUM_BYTES = 4;
    private static final String OPEN = "log_inprogress_";

    /** Shorter runs of bytes may look like an entry by chance. */
    private static final int LEAST_ENTRY_BYTES = 20;

    private LogCheck() {}

    /** All groups in the folder of the engine. */
    static void repair(Path raftFolder) {
        if (!Files.isDirectory(raftFolder)) {
            return;
        }
        try (Stream<Path> groups = Files.list(raftFolder)) {
            for (Path group : groups.map(g -> g.resolve("current")).toList()) {
                if (Files.isDirectory(group)) {
                    checkGroup(group);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkGroup(Path current) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(current)) {
            files =
                    listed.filter(f -> f.getFileName().toString().startsWith("log_"))
                            .sorted(Comparator.naturalOrder())
                            .toList();
        }
        for (Path file : files) {
            if (file.getFileName().toString().startsWith(OPEN)) {
                repairOpen(file);
            } else {
                checkHeader(file, head(file));
            }
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(HEADER.length);
        }
    }

    private static void checkHeader(Path file, byte[] head) {
        if (!Arrays.equals(head, HEADER)) {
            throw damaged(file, "its first bytes are not those of a log");
        }
    }

    private static void repairOpen(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (isZero(bytes, 0)) {
            return; // Created but not yet written to.
        }
        checkHeader(file, Arrays.copyOf(bytes, Math.min(bytes.length, HEADER.length)));
        int good = goodEnd(bytes, HEADER.length);
        if (isZero(bytes, good)) {
            return;
        }
        if (hasEntryAfter(bytes, good)) {
            throw damaged(file, "an entry at byte %d is bad and good ones follow".formatted(good));
        }
        LOG.warn("{}: the last entry was never finished; cut at byte {}", file, good);
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(good);
            access.getFD().sync();
        }
    }

    private static LedgerStartException damaged(Path file, String what) {
        return new LedgerStartException(
                Reason.LOG_DAMAGED,
                "The ledger's log is damaged: %s in %s. Put this member's folder back from a"
                                .formatted(what, file.toAbsolutePath())
                        + " backup; change nothing by hand.");
    }

    private static boolean isZero(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static int goodEnd(byte[] bytes, int from) {
        int at = from;
        for (int end = entryEnd(bytes, at); end > 0; end = entryEnd(bytes, at)) {
            at = end;
        }
        return at;
    }

    private static boolean hasEntryAfter(byte[] bytes, int bad) {
        for (int i = bad + 1; i < bytes.length; i++) {
            if (bytes[i] != 0 && entryEnd(bytes, i) - i > LEAST_ENTRY_BYTES) {
                return true;
            }
        }
        return false;
    }

    /** Where the entry that begins here ends, or -1 when there is no good one. */
    private static int entryEnd(byte[] bytes, int from) {
        if (from >= bytes.length || bytes[from] == 0) {
            return -1;
        }
        int at = from;
        long length = 0;
        for (int shift = 0; ; shift += 7) {
            if (at >= bytes.length || shift > 28) {
                return -1;
            }
            byte next = bytes[at++];
            length |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                break;
            }
        }
        if (length <= 0 || at + length + CHECKSUM_BYTES > bytes.length) {
            return -1;
        }
        int end = (int) (at + length);
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, end - from);
        return (int) crc.getValue() == ByteBuffer.wrap(bytes).getInt(end)
                ? end + CHECKSUM_BYTES
                : -1;
    }
}
