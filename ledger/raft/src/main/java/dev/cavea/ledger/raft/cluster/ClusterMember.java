package dev.cavea.ledger.raft.cluster;

import dev.cavea.ledger.client.Members;
import dev.cavea.ledger.client.PemFiles;
import dev.cavea.ledger.raft.LedgerNode;
import dev.cavea.ledger.raft.LedgerSettings;
import dev.cavea.ledger.raft.LedgerStartException;
import dev.cavea.ledger.raft.SnapshotPolicy;
import java.io.IOException;
import java.nio.file.Path;

/**
 * One member as a process. Options: {@code --id m1 --members m1=host:port,… --folder DIR --control
 * PORT}, and if wanted {@code --snapshots never}, {@code --snapshot-commands N}, {@code --tls DIR}
 * with {@code ID.key, ID.crt, ca.crt} in it.
 */
public final class ClusterMember {

    private static final int CANNOT_START = 78;

    private ClusterMember() {}

    public static void main(String[] args) {
        // Threads of the engine must not keep a member alive that could not start.
        try {
            run(Options.parse(args, 0));
        } catch (LedgerStartException | IllegalArgumentException | IOException e) {
            System.err.println(e.getMessage());
            Runtime.getRuntime().halt(CANNOT_START);
        }
    }

    private static void run(Options options) throws IOException {
        LedgerNode node = LedgerNode.start(settings(options));
        Runtime.getRuntime().addShutdownHook(new Thread(node::close, "ledger-shutdown"));
        Control control = new Control(node, options.number("control", 0));
        System.out.println("UP " + options.get("id"));
        control.serve();
    }

    private static LedgerSettings settings(Options options) {
        String id = options.get("id");
        LedgerSettings settings =
                LedgerSettings.of(
                        id, Members.parse(options.get("members")), Path.of(options.get("folder")));
        String tls = options.find("tls");
        LedgerSettings secured = tls == null ? settings : settings.with(pem(Path.of(tls), id));
        return secured.with(snapshots(options));
    }

    private static SnapshotPolicy snapshots(Options options) {
        SnapshotPolicy usual = SnapshotPolicy.DEFAULT;
        if ("never".equals(options.find("snapshots"))) {
            return SnapshotPolicy.NEVER;
        }
        int commands = options.number("snapshot-commands", 0);
        return commands == 0
                ? usual
                : new SnapshotPolicy(commands, usual.everyLogBytes(), usual.everyTime(), 0);
    }

    private static PemFiles pem(Path folder, String id) {
        return new PemFiles(
                folder.resolve(id + ".key"), folder.resolve(id + ".crt"), folder.resolve("ca.crt"));
    }
}
