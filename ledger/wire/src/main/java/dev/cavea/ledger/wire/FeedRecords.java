package dev.cavea.ledger.wire;

import dev.cavea.ledger.core.event.Event;
import dev.cavea.ledger.core.event.FeedEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * The feed's entries, in files and in chunks over the network.
 *
 * <pre>
 * file    schema, version, kind (4 bytes), first position (8), then records
 * chunk   schema, version, kind (4 bytes), then records
 * record  length of the body (4), its CRC32C (4); body: position (8), log time (8), event
 * </pre>
 */
public final class FeedRecords {

    public static final int FILE_HEADER_BYTES = 12;

    /** Length and checksum: what must be read to find a record's end. */
    public static final int RECORD_HEADER_BYTES = Blocks.HEADER_BYTES;

    private static final int LEAST_RECORD_BYTES = 25;

    private FeedRecords() {}

    public static byte[] fileHeader(long firstPosition) {
        WireOut out = new WireOut(FILE_HEADER_BYTES);
        Schema.write(out, Schema.FEED_FILE);
        out.putLong(firstPosition);
        return out.toBytes();
    }

    /** The position of the file's first record. */
    public static long firstPosition(byte[] fileHeader) {
        WireIn in = new WireIn(fileHeader);
        Schema.check(in, Schema.FEED_FILE);
        return in.getLong();
    }

    public static void append(WireOut out, long position, long logTimeMillis, Event event) {
        int start = Blocks.start(out);
        out.putLong(position);
        out.putLong(logTimeMillis);
        Events.write(out, event);
        Blocks.end(out, start);
    }

    public static FeedEntry read(WireIn in) {
        WireIn fields = Blocks.read(in, LEAST_RECORD_BYTES, "a feed record");
        long position = fields.getLong();
        long logTimeMillis = fields.getLong();
        FeedEntry entry = new FeedEntry(position, logTimeMillis, Events.read(fields));
        fields.expectEnd();
        return entry;
    }

    /** The length of the record that begins here, header included. */
    public static int recordBytes(byte[] bytes, int at) {
        int length = new WireIn(bytes, at, RECORD_HEADER_BYTES).getInt();
        if (length < LEAST_RECORD_BYTES || length > Integer.MAX_VALUE - RECORD_HEADER_BYTES) {
            throw new WireException("a feed record of %d bytes".formatted(length));
        }
        return length + RECORD_HEADER_BYTES;
    }

    /** The position of the record that begins here. */
    public static long position(byte[] bytes, int at) {
        return new WireIn(bytes, at + RECORD_HEADER_BYTES, Long.BYTES).getLong();
    }

    /**
     * As {@link #recordBytes}, or 0 when no whole and undamaged record of this position begins
     * here.
     */
    public static int goodRecordBytes(byte[] bytes, int at, long position) {
        if (bytes.length - at < RECORD_HEADER_BYTES + LEAST_RECORD_BYTES) {
            return 0;
        }
        WireIn in = new WireIn(bytes, at, bytes.length - at);
        try {
            WireIn fields = Blocks.read(in, LEAST_RECORD_BYTES, "a feed record");
            return fields.getLong() == position ? in.position() - at : 0;
        } catch (WireException e) {
            return 0;
        }
    }

    /** A chunk of records that were written one after another. */
    public static byte[] chunk(byte[] records) {
        WireOut out = new WireOut(4 + records.length);
        Schema.write(out, Schema.FEED_CHUNK);
        out.putBytes(records);
        return out.toBytes();
    }

    public static List<FeedEntry> readChunk(byte[] chunk) {
        WireIn in = new WireIn(chunk);
        Schema.check(in, Schema.FEED_CHUNK);
        List<FeedEntry> entries = new ArrayList<>();
        while (in.remaining() > 0) {
            entries.add(read(in));
        }
        return entries;
    }
}
