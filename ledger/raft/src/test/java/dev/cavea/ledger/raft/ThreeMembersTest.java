package dev.cavea.ledger.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cavea.ledger.client.ClientSettings;
import dev.cavea.ledger.client.LedgerUnavailable;
import dev.cavea.ledger.client.PackingLedgerClient;
import dev.cavea.ledger.client.PemFiles;
import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.command.ChangeRules;
import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.wire.AnswerPack;
import dev.cavea.ledger.wire.Pack;
import dev.cavea.ledger.wire.PackWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("system")
@Timeout(120)
final class ThreeMembersTest {

    /** A connection that has failed this long makes its next attempt in some ten seconds. */
    private static final long OUTAGE_MILLIS = 32_000;

    @TempDir Path folder;

    @Test
    void aClientOnAFollowerReachesTheLeaderAndReadsItsOwnMembersFeed() throws Exception {
        try (Trio trio = new Trio(folder, settings -> settings)) {
            int follower = (trio.leader() + 1) % 3;
            try (PackingLedgerClient client =
                    PackingLedgerClient.inProcessOrRemote(
                            trio.node(follower), trio.members, null, ClientSettings.DEFAULTS)) {
                Scene.get(client, Scene.open(1, 100));
                assertThat(Scene.get(client, Scene.hold(1, 7, 3))).isInstanceOf(Answer.Held.class);
                trio.settle();
                assertThat(client.feed().image().position()).isEqualTo(2);
            }
            try (PackingLedgerClient remote = trio.remoteClient()) {
                assertThat(Scene.get(remote, Scene.hold(1, 8, 3)))
                        .isInstanceOf(Answer.Rejected.class);
                assertThat(remote.feed().image().houses().getFirst().states()[3])
                        .isEqualTo((byte) 1);
            }
        }
    }

    @Test
    void aPackSentAgainToTheNextLeaderGetsItsOldAnswer() throws Exception {
        try (Trio trio = new Trio(folder, settings -> settings)) {
            int first = trio.leader();
            AnswerPack opened = send(trio.node(first), Pack.openSession());
            PackWriter writer = new PackWriter(1 << 20);
            writer.add(Scene.open(1, 100));
            writer.add(Scene.hold(1, 7, 3));
            writer.add(Scene.release(1, 7));
            byte[] pack = writer.finish(opened.session(), 1, 1);
            AnswerPack before = send(trio.node(first), pack);
            long position = trio.node(first).status().position();
            trio.stop(first);
            LedgerNode next = trio.node(trio.leader());
            assertThat(send(next, pack).answers()).isEqualTo(before.answers());
            assertThat(next.status().position()).isEqualTo(position);
        }
    }

    @Test
    void aMemberThatWasAwayTooLongGetsASnapshotAndFetchesTheFeedItMissed() throws Exception {
        try (Trio trio = new Trio(folder, settings -> settings.with(SnapshotPolicy.NEVER))) {
            try (PackingLedgerClient client = trio.remoteClient()) {
                Scene.get(client, Scene.open(1, 2_000));
                trio.settle();
                int away = (trio.leader() + 1) % 3;
                trio.stop(away);
                holdAll(client, 1_500);
                fillTheLog(client);
                for (int i = 0; i < 3; i++) {
                    if (i != away) {
                        LedgerNode node = trio.node(i);
                        node.snapshotNow();
                        Trio.await("a purged log", () -> node.status().logBytes() < 40 << 20);
                    }
                }
                trio.start(away);
                Scene.get(client, Scene.hold(1, 9_999, 1_999));
                trio.settle();
                LedgerNode back = trio.node(away);
                LedgerNode leader = trio.node(trio.leader());
                assertThat(back.status().snapshotIndex()).isGreaterThan(70);
                List<FeedEntry> expected = FeedProbe.all(leader);
                assertThat(expected).hasSize(1_502);
                assertThat(FeedProbe.all(back)).isEqualTo(expected);
                assertThat(back.stateHash()).isEqualTo(leader.stateHash());
            }
        }
    }

    /** Two members were away so long that the third one's connections hardly retry any more. */
    @Test
    void aMajorityThatIsThereAgainSoonHasALeader() throws Exception {
        try (Trio trio = new Trio(folder, settings -> settings)) {
            try (PackingLedgerClient client = trio.remoteClient()) {
                Scene.get(client, Scene.open(1, 100));
                int survivor = trio.leader();
                int first = (survivor + 1) % 3;
                // It misses a command, so that only the survivor can be elected.
                trio.stop(first);
                Scene.get(client, Scene.hold(1, 7, 3));
                trio.stop((survivor + 2) % 3);
                Thread.sleep(OUTAGE_MILLIS);
                long start = System.nanoTime();
                trio.start(first);
                trio.leader();
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .isLessThan(Duration.ofSeconds(8));
                assertThat(Scene.get(client, Scene.hold(1, 8, 3)))
                        .isInstanceOf(Answer.Rejected.class);
            }
        }
    }

    @Test
    void membersAndClientsWithCertificatesTalkAndOthersDoNot() throws Exception {
        Path pem = TestCertificates.create(folder.resolve("pem"), "m1", "m2", "m3", "client");
        PemFiles own = TestCertificates.of(pem, "client");
        try (Trio trio =
                new Trio(
                        folder,
                        settings -> settings.with(TestCertificates.of(pem, settings.memberId())))) {
            try (PackingLedgerClient client =
                    PackingLedgerClient.remote(trio.members, ClientSettings.DEFAULTS, own)) {
                assertThat(Scene.get(client, Scene.open(1, 100))).isInstanceOf(Answer.Done.class);
                trio.settle();
                assertThat(client.feed().image().position()).isEqualTo(1);
            }
            ClientSettings impatient = ClientSettings.DEFAULTS.withDeadline(Duration.ofSeconds(2));
            try (PackingLedgerClient stranger =
                    PackingLedgerClient.remote(trio.members, impatient, null)) {
                assertThatThrownBy(() -> stranger.submit(Scene.hold(1, 7, 3)).get())
                        .hasCauseInstanceOf(LedgerUnavailable.class);
            }
        }
    }

    private static void holdAll(PackingLedgerClient client, int seats) {
        List<CompletableFuture<Answer>> answers =
                java.util.stream.IntStream.range(0, seats)
                        .mapToObj(seat -> client.submit(Scene.hold(1, seat, seat)))
                        .toList();
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
    }

    /** More than one file of the log, so that its first one can be purged. */
    private static void fillTheLog(PackingLedgerClient client) {
        Rules.Window window = new Rules.Window(0, 0, 1);
        Rules rules = new Rules(1, 1, 1, 1, false, 0, Collections.nCopies(50_000, window));
        for (int i = 0; i < 70; i++) {
            Scene.get(client, new ChangeRules(99, rules));
        }
    }

    private static AnswerPack send(LedgerNode node, byte[] pack) throws Exception {
        return AnswerPack.read(node.submit(pack).get(20, TimeUnit.SECONDS));
    }
}
