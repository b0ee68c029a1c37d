package dev.cavea.app;

import dev.cavea.ledger.client.ClientSettings;
import dev.cavea.ledger.client.Members;
import dev.cavea.ledger.client.PackingLedgerClient;
import dev.cavea.ledger.raft.LedgerNode;
import dev.cavea.ledger.raft.LedgerSettings;
import dev.cavea.ledger.raft.LedgerStartException;
import dev.cavea.ledger.raft.LedgerStartException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the ledger, and the member in this process when there is one.
 *
 * @param node null when all members are elsewhere
 * @param counting the client that all parts use
 */
record RunningLedger(
        @Nullable LedgerNode node, PackingLedgerClient client, CountingLedgerClient counting)
        implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningLedger.class);
    private static final int MOST_PORTS = 5;
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    /** Throws {@link StartFailure}, or what the member throws, with one line each. */
    static RunningLedger start(Settings settings, Path folder) {
        String list = settings.text(Setting.LEDGER_MEMBERS);
        boolean here = settings.roles().contains(Role.LEDGER);
        if (!here && list.isEmpty()) {
            throw new StartFailure(
                    "without the role ledger, cavea.ledger.members must say where the ledger is:"
                            + " m1=host:port,m2=host:port,m3=host:port");
        }
        try {
            if (list.isEmpty()) {
                return alone(folder, RunningLedger::freePort);
            }
            Members members = Members.parse(list);
            return here
                    ? withMember(settings.text(Setting.LEDGER_MEMBER), members, folder)
                    : of(null, PackingLedgerClient.remote(members, ClientSettings.DEFAULTS, null));
        } catch (IllegalArgumentException e) {
            throw new StartFailure("cavea.ledger.members: " + e.getMessage());
        }
    }

    /** On any port that is free; between finding it and taking it, somebody else may take it. */
    static RunningLedger alone(Path folder, IntSupplier ports) {
        for (int attempt = 1; ; attempt++) {
            try {
                return withMember("m1", Members.one("m1", ports.getAsInt()), folder);
            } catch (LedgerStartException e) {
                if (e.reason() != Reason.PORT_TAKEN || attempt == MOST_PORTS) {
                    throw e;
                }
            }
        }
    }

    private static RunningLedger withMember(String id, Members members, Path folder) {
        long start = System.nanoTime();
        LedgerNode node = LedgerNode.start(LedgerSettings.of(id, members, folder));
        boolean alone = members.all().size() == 1;
        PackingLedgerClient client =
                alone
                        ? PackingLedgerClient.inProcess(node, ClientSettings.DEFAULTS)
                        : PackingLedgerClient.inProcessOrRemote(
                                node, members, null, ClientSettings.DEFAULTS);
        if (alone) {
            awaitReady(node);
            LOG.debug(
                    "the ledger was ready after {} ms",
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
        return of(node, client);
    }

    private static RunningLedger of(@Nullable LedgerNode node, PackingLedgerClient client) {
        return new RunningLedger(node, client, new CountingLedgerClient(client));
    }

    private static void awaitReady(LedgerNode node) {
        try {
            if (!node.awaitReady(READY_WITHIN)) {
                throw new StartFailure(
                        "the ledger is not ready after %d s: %s"
                                .formatted(READY_WITHIN.toSeconds(), node.status().lastError()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("the start was interrupted");
        }
    }

    /** A lone member talks to no one; it just needs some port. */
    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was acknowledged is on disk; a snapshot makes the next start quick. */
    @Override
    public void close() {
        client.close();
        if (node != null) {
            node.close();
        }
    }
}
