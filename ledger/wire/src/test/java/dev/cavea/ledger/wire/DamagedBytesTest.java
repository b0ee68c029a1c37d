package dev.cavea.ledger.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cavea.ledger.core.Ledger;
import dev.cavea.ledger.core.snapshot.LedgerSnapshot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whatever the bytes: a WireException or a value, never an index out of bounds or all memory. */
final class DamagedBytesTest {

    private static final Consumer<byte[]> CHUNK = FeedRecords::readChunk;

    @Test
    void aCutAtAnyPlaceIsNamed() {
        checkCuts(Pack::read, pack());
        checkCuts(AnswerPack::read, answers());
        checkCuts(Image::read, Samples.IMAGE.toBytes());
        checkCuts(Question::read, new Question.AskFeed(1, 2, 3).toBytes());
        byte[] record = record();
        for (int length = 5; length < record.length + 4; length++) {
            byte[] cut = Arrays.copyOf(FeedRecords.chunk(record), length);
            assertThatThrownBy(() -> CHUNK.accept(cut)).isInstanceOf(WireException.class);
        }
    }

    @Test
    void anyByteTooManyIsNamed() {
        byte[] pack = pack();
        assertThatThrownBy(() -> Pack.read(Arrays.copyOf(pack, pack.length + 1)))
                .isInstanceOf(WireException.class)
                .hasMessageContaining("too many");
    }

    @Test
    void garbageNeverGetsFurtherThanAWireException() {
        Random random = new Random(7);
        for (byte[] good : new byte[][] {pack(), answers(), Samples.IMAGE.toBytes()}) {
            for (int i = 0; i < 20_000; i++) {
                byte[] bad = good.clone();
                for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                    bad[random.nextInt(4, bad.length)] = (byte) random.nextInt();
                }
                tolerate(Pack::read, bad);
                tolerate(AnswerPack::read, bad);
                tolerate(Image::read, bad);
            }
        }
    }

    @Test
    void aCountThatCannotBeIsRefusedBeforeMemoryIsTaken() {
        byte[] pack = Pack.tick();
        Arrays.fill(pack, Pack.HEADER_BYTES - 4, Pack.HEADER_BYTES, (byte) 0x7f);
        assertThatThrownBy(() -> Pack.read(pack))
                .isInstanceOf(WireException.class)
                .hasMessageContaining("in 0 bytes");
        assertThatThrownBy(() -> Pack.read(new byte[Pack.MAX_BYTES + 1]))
                .isInstanceOf(WireException.class)
                .hasMessageContaining("are allowed");
    }

    @Test
    void anotherSchemaVersionOrKindIsNamedFirst() {
        byte[] pack = pack();
        assertThatThrownBy(() -> Pack.read(with(pack, 0, 0x12)))
                .hasMessageContaining("not Cavea's bytes");
        assertThatThrownBy(() -> Pack.read(with(pack, 2, 9)))
                .hasMessageContaining("version 9 of the format; this software reads version 1");
        assertThatThrownBy(() -> AnswerPack.read(pack)).hasMessageContaining("kind 1 where 2");
    }

    @Test
    void aFlippedBitInAFeedRecordIsFound() {
        byte[] chunk = FeedRecords.chunk(record());
        for (int at = 8; at < chunk.length; at++) {
            byte[] bad = with(chunk, at, chunk[at] ^ 0x10);
            assertThatThrownBy(() -> CHUNK.accept(bad)).isInstanceOf(WireException.class);
        }
    }

    @Test
    void aDamagedSnapshotIsNeverTaken() throws IOException {
        LedgerSnapshot empty = new LedgerSnapshot(Samples.HEAD, java.util.List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Snapshots.write(empty, out);
        byte[] good = out.toByteArray();
        for (int at = 0; at < good.length; at++) {
            byte[] bad = with(good, at, good[at] ^ 1);
            assertThatThrownBy(() -> read(bad)).isInstanceOf(WireException.class);
        }
        for (int length = 0; length < good.length; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(WireException.class);
        }
        assertThatThrownBy(() -> read(Arrays.copyOf(good, good.length + 1)))
                .isInstanceOf(WireException.class);
    }

    private static Ledger read(byte[] bytes) throws IOException {
        return Snapshots.read(new ByteArrayInputStream(bytes), bytes.length);
    }

    private static void checkCuts(Consumer<byte[]> read, byte[] good) {
        read.accept(good);
        for (int length = 0; length < good.length; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThatThrownBy(() -> read.accept(cut)).isInstanceOf(WireException.class);
        }
    }

    private static void tolerate(Consumer<byte[]> read, byte[] bytes) {
        try {
            read.accept(bytes);
        } catch (WireException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        byte[] copy = bytes.clone();
        copy[at] = (byte) value;
        return copy;
    }

    private static byte[] pack() {
        PackWriter writer = new PackWriter(1 << 16);
        Samples.COMMANDS.forEach(writer::add);
        return writer.finish(1, 2, 3);
    }

    private static byte[] answers() {
        return new AnswerPack(AnswerPack.Outcome.DECIDED, 1, 2, Samples.ANSWERS).toBytes();
    }

    private static byte[] record() {
        WireOut out = new WireOut(16);
        FeedRecords.append(out, 1, 2, Samples.EVENTS.get(2));
        return out.toBytes();
    }
}
