package dev.cavea.ledger.wire;

import dev.cavea.ledger.core.Ledger;
import dev.cavea.ledger.core.snapshot.FrozenHouse;
import dev.cavea.ledger.core.snapshot.HouseState;
import dev.cavea.ledger.core.snapshot.LedgerSnapshot;
import dev.cavea.ledger.core.snapshot.SnapshotHead;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A snapshot: schema, version and kind (4 bytes), number of houses (4), then blocks, each with its
 * checksum: the head, every house, and an empty one to mark the end.
 */
public final class Snapshots {

    private static final int HEADER_BYTES = 8;
    private static final int LEAST_HEAD_BYTES = 36;
    private static final int LEAST_HOUSE_BYTES = 60;

    private Snapshots() {}

    /** One house at a time, so that it needs memory only for the largest. */
    public static void write(LedgerSnapshot snapshot, OutputStream to) throws IOException {
        WireOut out = new WireOut(1 << 16);
        Schema.write(out, Schema.SNAPSHOT);
        out.putInt(snapshot.houses().size());
        int start = Blocks.start(out);
        SnapshotWords.write(out, snapshot.head());
        Blocks.end(out, start);
        flush(out, to);
        for (FrozenHouse house : snapshot.houses()) {
            start = Blocks.start(out);
            SnapshotWords.write(out, house.state());
            Blocks.end(out, start);
            flush(out, to);
        }
        Blocks.end(out, Blocks.start(out));
        flush(out, to);
    }

    /**
     * The ledger that the snapshot was taken of.
     *
     * @param length the number of bytes; nothing longer is ever allocated
     */
    public static Ledger read(InputStream from, long length) throws IOException {
        Source source = new Source(new DataInputStream(from), length);
        WireIn header = new WireIn(source.bytes(HEADER_BYTES));
        Schema.check(header, Schema.SNAPSHOT);
        int count = header.getInt();
        WireIn in = source.block(LEAST_HEAD_BYTES, "the snapshot's head");
        SnapshotHead head = SnapshotWords.head(in);
        in.expectEnd();
        try {
            Houses houses = new Houses(source, count);
            Ledger ledger = Ledger.restore(head, houses);
            if (houses.hasNext()) {
                throw new WireException("houses are left that the ledger did not take");
            }
            source.block(0, "the snapshot's end").expectEnd();
            source.expectEnd();
            return ledger;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void flush(WireOut out, OutputStream to) throws IOException {
        to.write(out.array(), 0, out.size());
        out.moveTo(0);
    }

    /** Counts what is left, so that a damaged length is noticed before it is trusted. */
    private static final class Source {

        private final DataInputStream in;
        private long left;

        Source(DataInputStream in, long length) {
            this.in = in;
            this.left = length;
        }

        byte[] bytes(int length) throws IOException {
            if (length < 0 || length > left) {
                throw new WireException(
                        "a snapshot cut short: %d bytes where %d were expected"
                                .formatted(left, length));
            }
            byte[] bytes = new byte[length];
            try {
                in.readFully(bytes);
            } catch (EOFException e) {
                throw new WireException("a snapshot cut short");
            }
            left -= length;
            return bytes;
        }

        WireIn block(int leastBytes, String what) throws IOException {
            WireIn header = new WireIn(bytes(Blocks.HEADER_BYTES));
            int length = header.getInt();
            if (length < leastBytes) {
                throw new WireException("%s of %d bytes".formatted(what, length));
            }
            return Blocks.checked(bytes(length), header.getInt(), what);
        }

        void expectEnd() {
            if (left != 0) {
                throw new WireException("%d bytes follow the snapshot's end".formatted(left));
            }
        }
    }

    private static final class Houses implements Iterator<HouseState> {

        private final Source source;
        private int left;

        Houses(Source source, int count) {
            this.source = source;
            this.left = count;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public HouseState next() {
            if (left <= 0) {
                throw new NoSuchElementException();
            }
            left--;
            try {
                WireIn in = source.block(LEAST_HOUSE_BYTES, "a snapshot's house");
                HouseState house = SnapshotWords.house(in);
                in.expectEnd();
                return house;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
