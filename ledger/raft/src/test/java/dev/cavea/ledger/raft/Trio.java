package dev.cavea.ledger.raft;

import dev.cavea.ledger.client.ClientSettings;
import dev.cavea.ledger.client.Members;
import dev.cavea.ledger.client.PackingLedgerClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Three members in this process, each with its own port and folder. */
final class Trio implements AutoCloseable {

    final Members members;
    private final Path folder;
    private final UnaryOperator<LedgerSettings> tuning;
    private final @Nullable LedgerNode[] nodes = new LedgerNode[3];

    Trio(Path folder, UnaryOperator<LedgerSettings> tuning) {
        this.folder = folder;
        this.tuning = tuning;
        List<Members.Member> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(new Members.Member("m" + (i + 1), "127.0.0.1", Scene.freePort()));
        }
        members = new Members(all);
        for (int i = 0; i < 3; i++) {
            start(i);
        }
    }

    void start(int i) {
        String id = members.all().get(i).id();
        nodes[i] =
                LedgerNode.start(tuning.apply(LedgerSettings.of(id, members, folder.resolve(id))));
    }

    void stop(int i) {
        node(i).close();
        nodes[i] = null;
    }

    LedgerNode node(int i) {
        LedgerNode node = nodes[i];
        if (node == null) {
            throw new IllegalStateException("member " + i + " is not running");
        }
        return node;
    }

    int leader() {
        int[] found = {-1};
        await(
                "a leader",
                () -> {
                    for (int i = 0; i < 3; i++) {
                        LedgerNode node = nodes[i];
                        if (node != null && node.leads()) {
                            found[0] = i;
                        }
                    }
                    return found[0] >= 0;
                });
        return found[0];
    }

    /** Waits until all running members have applied the same log. */
    void settle() {
        await(
                "equal members",
                () -> {
                    long least = Long.MAX_VALUE;
                    long most = Long.MIN_VALUE;
                    for (LedgerNode node : nodes) {
                        if (node != null) {
                            LedgerStatus status = node.status();
                            least = Math.min(least, status.appliedIndex());
                            most = Math.max(most, status.appliedIndex());
                            if (status.feedHoleFrom() != 0) {
                                return false;
                            }
                        }
                    }
                    return least == most;
                });
    }

    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited for " + what + " in vain");
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    PackingLedgerClient remoteClient() {
        return PackingLedgerClient.remote(members, ClientSettings.DEFAULTS, null);
    }

    @Override
    public void close() {
        for (LedgerNode node : nodes) {
            if (node != null) {
                node.close();
            }
        }
    }
}
