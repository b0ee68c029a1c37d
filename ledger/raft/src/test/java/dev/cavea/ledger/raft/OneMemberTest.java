package dev.cavea.ledger.raft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.ledger.client.LedgerFeed;
import dev.cavea.ledger.client.LedgerImage;
import dev.cavea.ledger.client.Members;
import dev.cavea.ledger.client.PackingLedgerClient;
import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.Rejection;
import dev.cavea.ledger.core.command.HoldSeats;
import dev.cavea.ledger.core.command.OpenHouse;
import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.ledger.core.event.HoldExpired;
import dev.cavea.ledger.core.event.HoldSold;
import dev.cavea.ledger.core.event.HouseOpened;
import dev.cavea.ledger.core.event.PlacesHeld;
import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Rules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class OneMemberTest {

    @TempDir Path folder;
    private Members members;
    private LedgerNode node;
    private PackingLedgerClient client;

    @BeforeEach
    void start() throws InterruptedException {
        members = Members.one("m1", Scene.freePort());
        node = LedgerNode.start(LedgerSettings.of("m1", members, folder));
        client = PackingLedgerClient.inProcess(node, Scene.PATIENT);
        assertThat(node.awaitReady(Duration.ofSeconds(20))).isTrue();
    }

    @AfterEach
    void stop() {
        client.close();
        node.close();
    }

    @Test
    void holdsAndSellsEachSeatOnce() {
        assertThat(Scene.get(client, Scene.open(1, 100))).isInstanceOf(Answer.Done.class);
        assertThat(Scene.get(client, Scene.hold(1, 7, 3, 4))).isInstanceOf(Answer.Held.class);
        assertThat(Scene.get(client, Scene.sell(1, 7))).isInstanceOf(Answer.Done.class);
        assertThat(Scene.get(client, Scene.hold(1, 8, 4, 5)))
                .isInstanceOfSatisfying(
                        Answer.Rejected.class,
                        no -> assertThat(no.reason()).isEqualTo(Rejection.SEAT_ALREADY_SOLD));
    }

    @Test
    void everythingIsThereAfterARestartFromTheLogAndFromASnapshot() throws Exception {
        Scene.get(client, Scene.open(1, 100));
        Scene.get(client, Scene.hold(1, 7, 3, 4));
        Scene.get(client, Scene.sell(1, 7));
        long hash = node.stateHash();
        node.restart();
        assertThat(node.awaitReady(Duration.ofSeconds(20))).isTrue();
        assertThat(node.stateHash()).isEqualTo(hash);
        Scene.get(client, Scene.hold(1, 8, 5));
        hash = node.stateHash();
        assertThat(node.snapshotNow()).isPositive();
        node.restart();
        assertThat(node.awaitReady(Duration.ofSeconds(20))).isTrue();
        assertThat(node.stateHash()).isEqualTo(hash);
        assertThat(Scene.get(client, Scene.hold(1, 9, 5))).isInstanceOf(Answer.Rejected.class);
    }

    @Test
    void anIdleLedgerEndsAHoldAtMostASecondAfterItsTime() throws Exception {
        Scene.get(client, Scene.open(1, 100, 1_000));
        BlockingQueue<FeedEntry> entries = new LinkedBlockingQueue<>();
        try (LedgerFeed.Subscription _ = client.feed().follow(1, entries::addAll)) {
            assertThat(entries.poll(5, TimeUnit.SECONDS).event()).isInstanceOf(HouseOpened.class);
            // A stall of the machine makes one of them late; the ledger itself would make all.
            long least = Long.MAX_VALUE;
            for (int number = 1; number <= 3; number++) {
                least = Math.min(least, lateness(entries, Scene.hold(1, number, 3)));
            }
            assertThat(least).isLessThanOrEqualTo(1_000);
        }
    }

    /** Milliseconds between a hold's due time and its end. */
    private long lateness(BlockingQueue<FeedEntry> entries, HoldSeats hold) throws Exception {
        Answer.Held held = (Answer.Held) Scene.get(client, hold);
        assertThat(entries.poll(5, TimeUnit.SECONDS).event()).isInstanceOf(PlacesHeld.class);
        FeedEntry expired = entries.poll(20, TimeUnit.SECONDS);
        assertThat(expired.event()).isInstanceOf(HoldExpired.class);
        long late = expired.logTimeMillis() - held.expiresAtMillis();
        assertThat(late).as("not before its time").isNotNegative();
        return late;
    }

    @Test
    void imageAndFeedFitTogetherAtThePosition() throws Exception {
        Scene.get(client, Scene.open(1, 100));
        Scene.get(client, Scene.hold(1, 7, 3, 4));
        LedgerImage image = client.feed().image();
        assertThat(image.position()).isEqualTo(2);
        assertThat(image.houses()).hasSize(1);
        assertThat(image.houses().getFirst().states()[3]).isEqualTo(LedgerImage.HELD);
        assertThat(image.houses().getFirst().states()[5]).isEqualTo(LedgerImage.FREE);
        Scene.get(client, Scene.sell(1, 7));
        BlockingQueue<List<FeedEntry>> batches = new LinkedBlockingQueue<>();
        try (var _ = client.feed().follow(image.position() + 1, batches::add)) {
            List<FeedEntry> batch = batches.poll(5, TimeUnit.SECONDS);
            assertThat(batch).hasSize(1);
            assertThat(batch.getFirst().position()).isEqualTo(3);
            assertThat(batch.getFirst().event()).isInstanceOf(HoldSold.class);
        }
    }

    /** Every seat its own row: the most bytes a house can take. */
    @ParameterizedTest
    @ValueSource(ints = {200_000, Layout.MAX_SEATS})
    void theLargestHouseGoesThroughTheNetworkTheLogTheFeedAndASnapshot(int seats) throws Exception {
        int[] starts = new int[seats];
        Arrays.setAll(starts, seat -> seat);
        Layout widest =
                new Layout(
                        starts,
                        new char[seats],
                        new byte[seats],
                        new char[seats],
                        new byte[seats],
                        List.of());
        Rules rules = Scene.open(1, 50).rules();
        try (PackingLedgerClient remote =
                PackingLedgerClient.remote(members, Scene.PATIENT, null)) {
            assertThat(Scene.get(remote, new OpenHouse(1, widest, rules)))
                    .isInstanceOf(Answer.Done.class);
            assertThat(Scene.get(remote, Scene.hold(1, 7, seats - 1)))
                    .isInstanceOf(Answer.Held.class);
            node.snapshotNow();
            node.restart();
            assertThat(node.awaitReady(Duration.ofSeconds(20))).isTrue();
            LedgerImage.House house = remote.feed().image().houses().getFirst();
            assertThat(house.states()).hasSize(seats);
            assertThat(house.states()[seats - 1]).isEqualTo(LedgerImage.HELD);
            BlockingQueue<FeedEntry> entries = new LinkedBlockingQueue<>();
            try (var _ = remote.feed().follow(1, entries::addAll)) {
                assertThat(entries.poll(20, TimeUnit.SECONDS).event())
                        .isEqualTo(new HouseOpened(1, widest, rules));
            }
        }
    }
}
