package dev.cavea.ledger.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cavea.ledger.core.command.BlockSeats;
import dev.cavea.ledger.core.command.MoveSeats;
import dev.cavea.ledger.core.command.OpenHouse;
import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.ledger.core.event.HouseOpened;
import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Seats;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RoundTripTest {

    @Test
    void packComesBackAsItWasSent() {
        PackWriter writer = new PackWriter(1 << 16);
        Samples.COMMANDS.forEach(writer::add);
        assertThat(writer.count()).isEqualTo(Samples.COMMANDS.size());
        Pack pack = Pack.read(Pack.stamped(writer.finish(1, 2, 3), 4));
        assertThat(pack).isEqualTo(new Pack(Pack.Purpose.COMMANDS, 1, 2, 3, 4, Samples.COMMANDS));
        assertThat(writer.count()).isZero();
    }

    @Test
    void stampLeavesTheSendersBytesAlone() {
        byte[] sent = Pack.tick();
        byte[] stamped = Pack.stamped(sent, -2);
        assertThat(Pack.read(sent).logTimeMillis()).isZero();
        assertThat(Pack.read(stamped).logTimeMillis()).isEqualTo(-2);
    }

    @Test
    void packEndsBeforeItsSizeAndTheRestGoesIntoTheNext() {
        PackWriter writer = new PackWriter(200);
        int taken = 0;
        while (writer.add(Samples.COMMANDS.get(2))) {
            taken++;
        }
        byte[] pack = writer.finish(1, 1, 1);
        assertThat(pack.length).isLessThanOrEqualTo(200);
        assertThat(Pack.read(pack).commands()).hasSize(taken);
        assertThat(writer.add(Samples.COMMANDS.get(2))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {200_000, Layout.MAX_SEATS})
    void theLargestHouseFitsIntoAPackAndIntoTheFeed(int seats) {
        OpenHouse house = Samples.widest(seats);
        PackWriter writer = new PackWriter(1 << 20);
        assertThat(writer.add(house)).isTrue();
        byte[] bytes = writer.finish(1, 1, 1);
        assertThat(bytes.length).isLessThanOrEqualTo(Pack.MAX_BYTES);
        assertThat(Pack.read(bytes).commands()).isEqualTo(List.of(house));
        WireOut out = new WireOut(16);
        HouseOpened opened = new HouseOpened(1, house.layout(), house.rules());
        FeedRecords.append(out, 1, 2, opened);
        assertThat(FeedRecords.readChunk(FeedRecords.chunk(out.toBytes())))
                .isEqualTo(List.of(new FeedEntry(1, 2, opened)));
    }

    @Test
    void aCommandLongerThanAnyPackIsRefusedAndLeavesThePackAsItWas() {
        PackWriter writer = new PackWriter(1 << 20);
        writer.add(Samples.COMMANDS.get(2));
        Seats many = Seats.wrap(new int[Layout.MAX_SEATS]);
        assertThatThrownBy(() -> writer.add(new MoveSeats(1, Samples.HOLD, many, many)))
                .isInstanceOf(WireException.class)
                .hasMessageContaining("are allowed");
        assertThat(Pack.read(writer.finish(1, 1, 1)).commands())
                .isEqualTo(List.of(Samples.COMMANDS.get(2)));
    }

    @Test
    void aLongCommandGoesAlone() {
        PackWriter writer = new PackWriter(1 << 10);
        BlockSeats block = new BlockSeats(1, 2, new Places.Seated(Seats.wrap(new int[10_000])));
        assertThat(writer.add(Samples.COMMANDS.get(2))).isTrue();
        assertThat(writer.add(block)).isFalse();
        var _ = writer.finish(1, 1, 1);
        assertThat(writer.add(block)).isTrue();
        assertThat(writer.add(Samples.COMMANDS.get(2))).isFalse();
    }

    @Test
    void feedRecordsFollowOneAnotherInAChunk() {
        WireOut out = new WireOut(16);
        long position = 40;
        for (var event : Samples.EVENTS) {
            FeedRecords.append(out, position++, 5, event);
        }
        byte[] records = out.toBytes();
        List<FeedEntry> entries = FeedRecords.readChunk(FeedRecords.chunk(records));
        assertThat(entries).extracting(FeedEntry::event).isEqualTo(Samples.EVENTS);
        assertThat(entries.getLast().position()).isEqualTo(position - 1);
        int first = FeedRecords.recordBytes(records, 0);
        assertThat(FeedRecords.position(records, first)).isEqualTo(41);
        assertThat(FeedRecords.goodRecordBytes(records, 0, 40)).isEqualTo(first);
        assertThat(FeedRecords.goodRecordBytes(records, 0, 41)).isZero();
    }

    @Test
    void imageComesBackSeatBySeat() {
        Image image = Image.read(Samples.IMAGE.toBytes());
        Image.House house = image.houses().getFirst();
        assertThat(image.position()).isEqualTo(31);
        assertThat(house.seatCount()).isEqualTo(5);
        assertThat(List.of(house.state(0), house.state(1), house.state(2), house.state(3)))
                .isEqualTo(List.of(0, 1, 2, 3));
        assertThat(house.state(4)).isEqualTo(1);
        assertThat(house.channels()).containsExactly(0, 0, 9, 9, 0);
        assertThat(house.areas()).isEqualTo(Samples.IMAGE.houses().getFirst().areas());
    }

    @Test
    void snapshotPartsComeBackAsTheyWere() {
        WireOut out = new WireOut(16);
        SnapshotWords.write(out, Samples.HEAD);
        assertThat(SnapshotWords.head(new WireIn(out.toBytes()))).isEqualTo(Samples.HEAD);
        out.moveTo(0);
        SnapshotWords.write(out, Samples.HOUSE);
        assertThat(SnapshotWords.house(new WireIn(out.toBytes())))
                .usingRecursiveComparison()
                .isEqualTo(Samples.HOUSE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1, 63, 64, -64, -65, 1 << 20, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void smallNumbersOfEitherSignComeBack(int value) {
        WireOut out = new WireOut(16);
        out.putVarInt(value);
        assertThat(new WireIn(out.toBytes()).getVarInt()).isEqualTo(value);
    }
}
