package dev.cavea.ledger.raft.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.ledger.client.ClientSettings;
import dev.cavea.ledger.client.LedgerImage;
import dev.cavea.ledger.client.Members;
import dev.cavea.ledger.client.PackingLedgerClient;
import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.event.FeedEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, killed under load at moments that a seed picks. */
@Tag("system")
final class KillTest {

    /** Each lives briefly, so quick starts matter most. */
    private static final List<String> JVM =
            List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final List<String> SNAPSHOTS = List.of("--snapshot-commands", "20000");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern POSITION = Pattern.compile(" position=(\\d+) hole=0 ");

    @TempDir Path folder;

    private final long seed = Long.getLong("cavea.seed", System.nanoTime() % 100_000);
    private final Random random = new Random(seed);
    private final List<Audit.Outage> outages = new ArrayList<>();
    private LocalCluster cluster;

    @AfterEach
    void stopAll() throws Exception {
        for (MemberProcess member : cluster.processes()) {
            member.kill();
        }
    }

    @Test
    @Timeout(300)
    void leaderKilledTenTimesUnderLoadLosesNothingAndDoesNothingTwice() throws Exception {
        System.out.println("seed " + seed);
        cluster = LocalCluster.openOrCreate(folder, 3);
        for (MemberProcess member : cluster.processes()) {
            member.start(JVM, SNAPSHOTS);
        }
        assertThat(cluster.awaitLeader(PATIENCE)).isTrue();
        try (PackingLedgerClient client = client()) {
            Buyers buyers = opened(client, 40);
            for (int round = 0; round < 10; round++) {
                Thread.sleep(random.nextInt(100, 600));
                MemberProcess leader = awaitLeader();
                killUntilServed(leader, buyers, false);
                leader.start(JVM, SNAPSHOTS);
            }
            letHoldsEnd(client, buyers);
            check(client, buyers);
        }
    }

    @Test
    @Timeout(300)
    void onlyMemberKilledTwentyTimesUnderLoadLosesNothingAndDoesNothingTwice() throws Exception {
        System.out.println("seed " + seed);
        cluster = LocalCluster.openOrCreate(folder, 1);
        MemberProcess only = cluster.member(1);
        only.start(JVM, SNAPSHOTS);
        assertThat(cluster.awaitLeader(PATIENCE)).isTrue();
        try (PackingLedgerClient client = client()) {
            Buyers buyers = opened(client, 40);
            for (int round = 0; round < 20; round++) {
                Thread.sleep(random.nextInt(50, 400));
                killUntilServed(only, buyers, true);
            }
            letHoldsEnd(client, buyers);
            check(client, buyers);
        }
    }

    private PackingLedgerClient client() {
        return PackingLedgerClient.remote(
                cluster.members(),
                ClientSettings.DEFAULTS.withDeadline(Duration.ofSeconds(30)),
                null);
    }

    private static Buyers opened(PackingLedgerClient client, int count) throws Exception {
        assertThat(client.submit(Buyers.house()).get(60, TimeUnit.SECONDS))
                .isInstanceOf(Answer.Done.class);
        Buyers buyers = new Buyers(client);
        buyers.start(count);
        return buyers;
    }

    private MemberProcess awaitLeader() throws InterruptedException {
        assertThat(cluster.awaitLeader(PATIENCE)).as("a leader").isTrue();
        return cluster.leader().orElseThrow();
    }

    /** Kills, starts again if asked to, and waits for the next answer. */
    private void killUntilServed(MemberProcess member, Buyers buyers, boolean startAgain)
            throws Exception {
        long from = System.currentTimeMillis();
        member.kill();
        long before = buyers.acknowledged.get();
        if (startAgain) {
            member.start(JVM, SNAPSHOTS);
        }
        assertThat(LocalCluster.await(PATIENCE, () -> buyers.acknowledged.get() > before))
                .as("an answer after the kill")
                .isTrue();
        outages.add(new Audit.Outage(from, System.currentTimeMillis()));
    }

    private static void letHoldsEnd(PackingLedgerClient client, Buyers buyers)
            throws InterruptedException {
        buyers.stop();
        assertThat(LocalCluster.await(PATIENCE, () -> isNothingHeld(client)))
                .as("all holds are sold or have ended")
                .isTrue();
    }

    private static boolean isNothingHeld(PackingLedgerClient client) {
        for (byte state : client.feed().image().houses().getFirst().states()) {
            if (state == LedgerImage.HELD) {
                return false;
            }
        }
        return true;
    }

    private void check(PackingLedgerClient client, Buyers buyers) throws Exception {
        assertThat(LocalCluster.await(PATIENCE, () -> positions().size() == 1))
                .as("all members are at one position")
                .isTrue();
        long position = positions().iterator().next();
        List<FeedEntry> feed = null;
        for (Members.Member member : cluster.members().all()) {
            List<FeedEntry> its = Audit.feedOf(member, position);
            if (feed != null) {
                assertThat(its).isEqualTo(feed);
            }
            feed = its;
        }
        Audit audit = new Audit(feed);
        audit.assertContains(buyers);
        audit.assertExpiredOnTime(outages);
        assertThat(hashes()).hasSize(1);
        assertThat(audit.expiredCount()).isPositive();
        System.out.printf(
                "%d holds and %d sales acknowledged, %d holds expired, %d answers; outages %s ms%n",
                buyers.held.size(),
                buyers.sold.size(),
                audit.expiredCount(),
                buyers.acknowledged.get(),
                outages.stream().map(o -> o.toMillis() - o.fromMillis()).sorted().toList());
        assertThat(client.queued()).isZero();
        printErrors();
    }

    /** Empty while a member does not answer or is still fetching part of its feed. */
    private Set<Long> positions() {
        Set<Long> positions = new HashSet<>();
        for (MemberProcess member : cluster.processes()) {
            Matcher found = POSITION.matcher(member.ask("status").orElse(""));
            if (!found.find()) {
                return Set.of();
            }
            positions.add(Long.parseLong(found.group(1)));
        }
        return positions;
    }

    private Set<String> hashes() {
        Set<String> hashes = new HashSet<>();
        for (MemberProcess member : cluster.processes()) {
            hashes.add(member.ask("hash").orElse("none"));
        }
        return hashes;
    }

    private void printErrors() throws Exception {
        for (MemberProcess member : cluster.processes()) {
            try (var lines = Files.lines(member.output())) {
                lines.filter(line -> line.contains("lacks") || line.contains("will be tried"))
                        .forEach(line -> System.out.println(member.id() + ": " + line));
            }
        }
    }
}
