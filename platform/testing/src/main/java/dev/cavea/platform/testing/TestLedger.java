package dev.cavea.platform.testing;

import dev.cavea.ledger.client.ClientSettings;
import dev.cavea.ledger.client.LedgerClient;
import dev.cavea.ledger.client.LedgerFeed;
import dev.cavea.ledger.client.Members;
import dev.cavea.ledger.client.PackingLedgerClient;
import dev.cavea.ledger.raft.LedgerNode;
import dev.cavea.ledger.raft.LedgerSettings;
import dev.cavea.ledger.raft.LedgerStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A real ledger of one member, with its log on disk in its own folder, removed when it is closed.
 * Client and feed stay the same over a restart.
 */
public final class TestLedger implements AutoCloseable {

    private static final int ATTEMPTS = 5;
    private static final Duration START_TIMEOUT = Duration.ofSeconds(30);

    private final Path folder;
    private final LedgerNode node;
    private final PackingLedgerClient client;

    private TestLedger(Path folder, LedgerNode node) {
        this.folder = folder;
        this.node = node;
        this.client = PackingLedgerClient.inProcess(node, ClientSettings.DEFAULTS);
    }

    public static TestLedger start() {
        try {
            Path folder = Files.createTempDirectory("cavea-ledger-");
            TestLedger ledger = new TestLedger(folder, node(folder));
            ledger.awaitReady();
            return ledger;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another process may take the free port before the ledger does: then another one is tried. */
    private static LedgerNode node(Path folder) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return LedgerNode.start(
                        LedgerSettings.of("m1", Members.one("m1", freePort()), folder));
            } catch (LedgerStartException e) {
                boolean again = e.reason() == LedgerStartException.Reason.PORT_TAKEN;
                if (!again || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public LedgerClient client() {
        return client;
    }

    public LedgerFeed feed() {
        return client.feed();
    }

    public LedgerNode node() {
        return node;
    }

    /** Stops without a snapshot and starts again from the log, as after a crash. */
    public void restart() {
        node.restart();
        awaitReady();
    }

    private void awaitReady() {
        try {
            if (!node.awaitReady(START_TIMEOUT)) {
                throw new IllegalStateException("the ledger is not ready: " + node.status());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        node.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
