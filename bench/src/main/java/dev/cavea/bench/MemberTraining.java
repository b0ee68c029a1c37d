package dev.cavea.bench;

import dev.cavea.ledger.client.ClientSettings;
import dev.cavea.ledger.client.Members;
import dev.cavea.ledger.client.PackingLedgerClient;
import dev.cavea.ledger.raft.LedgerNode;
import dev.cavea.ledger.raft.LedgerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What members do in their first minutes, once through, so that the JVM can keep what it learns:
 * load, the loss of a leader, a start from the log, a start from a snapshot. Its argument is an
 * empty folder.
 */
public final class MemberTraining {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CALLERS = 200;
    private static final double SECONDS = 1.5;

    private MemberTraining() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        List<Members.Member> all = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            all.add(new Members.Member("m" + i, "127.0.0.1", Folders.freePort()));
        }
        Members members = new Members(all);
        List<LedgerNode> nodes = new ArrayList<>();
        for (Members.Member member : all) {
            nodes.add(LedgerNode.start(settings(member, members, folder)));
        }
        try (PackingLedgerClient client =
                PackingLedgerClient.remote(
                        members, ClientSettings.DEFAULTS.withDeadline(PATIENCE), null)) {
            BenchHouse.open(client);
            HoldLoad load = new HoldLoad(client);
            load.closed(CALLERS, SECONDS);
            LedgerNode leader = leader(nodes);
            leader.restart();
            load.closed(CALLERS, SECONDS);
            leader.snapshotNow();
            leader.restart();
            load.closed(CALLERS, SECONDS);
        }
        nodes.forEach(LedgerNode::close);
        System.exit(0);
    }

    private static LedgerSettings settings(Members.Member member, Members members, Path folder)
            throws IOException {
        Path own = Files.createDirectories(folder.resolve(member.id()));
        return LedgerSettings.of(member.id(), members, own);
    }

    private static LedgerNode leader(List<LedgerNode> nodes) {
        return nodes.stream().filter(LedgerNode::leads).findFirst().orElse(nodes.getFirst());
    }
}
