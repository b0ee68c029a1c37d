package dev.cavea.ledger.raft;

import dev.cavea.ledger.wire.FeedRecords;
import dev.cavea.ledger.wire.WireException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * One file of the feed: a header and records without gaps, named after its first position. One
 * thread appends, any thread reads what was published.
 */
final class FeedFile implements AutoCloseable {

    /** How far apart the known places in the file are. */
    private static final int STEP_BYTES = 64 << 10;

    private static final int READ_BYTES = 64 << 10;

    /** Where a record is. */
    private record Place(long position, long offset) {}

    final Path path;
    final long first;
    private final FileChannel channel;
    private final ConcurrentSkipListMap<Long, Long> places = new ConcurrentSkipListMap<>();
    private volatile Place end;

    private FeedFile(Path path, long first, FileChannel channel) {
        this.path = path;
        this.first = first;
        this.channel = channel;
        this.end = new Place(first, FeedRecords.FILE_HEADER_BYTES);
        places.put(first, (long) FeedRecords.FILE_HEADER_BYTES);
    }

    static Path named(Path folder, long first) {
        return folder.resolve("feed-%019d".formatted(first));
    }

    static FeedFile create(Path path, long first) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        writeAll(channel, ByteBuffer.wrap(FeedRecords.fileHeader(first)), 0);
        return new FeedFile(path, first, channel);
    }

    /** A file that is complete because another one follows it. */
    static FeedFile openWhole(Path path, long first, long next) throws IOException {
        FeedFile file = opened(path, first);
        file.end = new Place(next, file.channel.size());
        return file;
    }

    /** Finds the records; whatever follows the last whole one, or the limit, is cut off. */
    static FeedFile open(Path path, long first, long lastWanted) throws IOException {
        FeedFile file = opened(path, first);
        try {
            file.findEnd(lastWanted);
            file.channel.truncate(file.end.offset);
            return file;
        } catch (IOException | WireException e) {
            file.close();
            throw e;
        }
    }

    private static FeedFile opened(Path path, long first) throws IOException {
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            byte[] header = readAt(channel, 0, FeedRecords.FILE_HEADER_BYTES);
            if (FeedRecords.firstPosition(header) != first) {
                throw new WireException(path + " begins at another position than its name says");
            }
            return new FeedFile(path, first, channel);
        } catch (IOException | WireException e) {
            channel.close();
            throw e;
        }
    }

    /** One past the last position. */
    long next() {
        return end.position;
    }

    long bytes() {
        return end.offset;
    }

    void append(byte[] records, int length, long nextPosition) throws IOException {
        Place before = end;
        writeAll(channel, ByteBuffer.wrap(records, 0, length), before.offset);
        if (before.offset - places.lastEntry().getValue() >= STEP_BYTES) {
            places.put(before.position, before.offset);
        }
        end = new Place(nextPosition, before.offset + length);
    }

    void force() throws IOException {
        channel.force(false);
    }

    /** Whole records from a position in this file on; the first one however long it is. */
    byte[] read(long from, int maxBytes) throws IOException {
        Place published = end;
        long start = offsetOf(from, published.offset);
        int firstLength = recordBytes(start);
        long wanted = Math.max(firstLength, Math.min(maxBytes, published.offset - start));
        byte[] bytes = readAt(channel, start, (int) wanted);
        int whole = 0;
        while (whole + FeedRecords.RECORD_HEADER_BYTES <= bytes.length) {
            int length = FeedRecords.recordBytes(bytes, whole);
            if (length > bytes.length - whole) {
                break;
            }
            whole += length;
        }
        return whole == bytes.length ? bytes : Arrays.copyOf(bytes, whole);
    }

    private long offsetOf(long position, long limit) throws IOException {
        var known = places.floorEntry(position);
        long at = known.getValue();
        long record = known.getKey();
        byte[] window = new byte[0];
        long windowStart = at;
        while (record < position) {
            int in = (int) (at - windowStart);
            if (in + FeedRecords.RECORD_HEADER_BYTES > window.length) {
                places.put(record, at);
                windowStart = at;
                window = readAt(channel, at, (int) Math.min(READ_BYTES, limit - at));
                in = 0;
            }
            at += FeedRecords.recordBytes(window, in);
            record++;
        }
        return at;
    }

    private int recordBytes(long at) throws IOException {
        return FeedRecords.recordBytes(readAt(channel, at, FeedRecords.RECORD_HEADER_BYTES), 0);
    }

    private void findEnd(long lastWanted) throws IOException {
        long size = channel.size();
        Place at = end;
        while (at.position <= lastWanted && at.offset < size) {
            byte[] bytes = readAt(channel, at.offset, (int) Math.min(1 << 20, size - at.offset));
            Place after = walk(bytes, at, lastWanted);
            if (after.offset == at.offset) {
                after = walk(readRecord(at.offset, size), at, lastWanted);
            }
            if (after.offset == at.offset) {
                break;
            }
            places.put(after.position, after.offset);
            at = after;
        }
        end = at;
    }

    /** A record longer than what is read at once; empty if it is cut short. */
    private byte[] readRecord(long offset, long size) throws IOException {
        if (size - offset < FeedRecords.RECORD_HEADER_BYTES) {
            return new byte[0];
        }
        int length = recordBytes(offset);
        return length > size - offset ? new byte[0] : readAt(channel, offset, length);
    }

    private static Place walk(byte[] bytes, Place from, long lastWanted) {
        long position = from.position;
        int at = 0;
        while (position <= lastWanted) {
            int length = FeedRecords.goodRecordBytes(bytes, at, position);
            if (length == 0) {
                break;
            }
            at += length;
            position++;
        }
        return new Place(position, from.offset + at);
    }

    private static byte[] readAt(FileChannel channel, long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw new WireException("a file of the feed is cut short");
            }
        }
        return buffer.array();
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes, long offset)
            throws IOException {
        long at = offset;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
