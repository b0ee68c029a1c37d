package dev.cavea.platform.storage;

import dev.cavea.platform.storage.StorageFailure.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL that we start, watch and stop, with its data in our folder and every commit on
 * disk. The caller holds the lock on the folder: whatever server still runs there is an orphan of a
 * killed process.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private static final long PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final PostgresCluster cluster;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger restarts = new AtomicInteger();
    private volatile DatabaseAddress address;

    private EmbeddedDatabase(PostgresCluster cluster, DatabaseAddress address) {
        this.cluster = cluster;
        this.address = address;
    }

    /**
     * Returns once the server takes connections; throws {@link StorageFailure}. From then on, a
     * server that ends is restarted.
     */
    public static EmbeddedDatabase start(Path folder) {
        try {
            Files.createDirectories(folder);
            PostgresCluster cluster = PostgresCluster.open(folder);
            stopOrphan(cluster);
            cluster.createWhenMissing();
            EmbeddedDatabase database = new EmbeddedDatabase(cluster, startServer(cluster));
            Thread.ofPlatform().name("cavea-postgresql").daemon().start(database::keep);
            return database;
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    /** The server that another of our processes runs in this folder, if any. */
    public static Optional<DatabaseAddress> running(Path folder) {
        try {
            if (!Files.isDirectory(folder.resolve("cluster"))) {
                return Optional.empty();
            }
            PostgresCluster cluster = PostgresCluster.open(folder);
            Optional<Postmaster> server =
                    Postmaster.read(cluster.files())
                            .filter(found -> found.ready() && found.runsIn(cluster.files()));
            return server.isPresent()
                    ? Optional.of(cluster.address(server.get().port()))
                    : Optional.empty();
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    /** Where it is now: on another port after a restart. */
    public DatabaseAddress address() {
        return address;
    }

    /** How often it had to be restarted. */
    public int restarts() {
        return restarts.get();
    }

    /** Rolls open transactions back and stops the server; what is committed stays. */
    @Override
    public void close() {
        closing.countDown();
        synchronized (this) {
            cluster.stop();
        }
    }

    /** As after kill -9 of this process: the server keeps running, unwatched. */
    void leave() {
        closing.countDown();
    }

    private static DatabaseAddress startServer(PostgresCluster cluster) throws IOException {
        DatabaseAddress started = cluster.address(cluster.start());
        try {
            Durability.verify(started);
            return started;
        } catch (StorageFailure e) {
            cluster.stop();
            throw e;
        }
    }

    private void keep() {
        long pause = PAUSE_MILLIS;
        try {
            cluster.awaitEnd();
            while (!isClosing()) {
                LOG.error("PostgreSQL ended unexpectedly; restarting it");
                if (startAgain()) {
                    pause = PAUSE_MILLIS;
                    cluster.awaitEnd();
                } else {
                    closing.await(pause, TimeUnit.MILLISECONDS);
                    pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("CatchAllErrors") // An error must not leave the server down for good.
    private synchronized boolean startAgain() {
        if (isClosing()) {
            return false;
        }
        try {
            stopOrphan(cluster);
            address = startServer(cluster);
            restarts.incrementAndGet();
            return true;
        } catch (Throwable e) {
            // Its children may need a moment to notice that it is gone.
            LOG.error("PostgreSQL does not restart: {}", e.toString());
            return false;
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private static void stopOrphan(PostgresCluster cluster) throws IOException {
        Optional<Postmaster> found = Postmaster.read(cluster.files());
        if (found.isEmpty()) {
            return;
        }
        if (found.get().runsIn(cluster.files())) {
            LOG.info(
                    "stopping the PostgreSQL that a killed process left (pid {})",
                    found.get().pid());
            cluster.stop();
        } else {
            Files.deleteIfExists(Postmaster.file(cluster.files()));
        }
    }

    private static StorageFailure failure(Path folder, IOException cause) {
        String said = String.valueOf(cause.getMessage());
        if (said.contains("No space left")) {
            return new StorageFailure(
                    Code.DISK_FULL, "the disk is full: no space is left for " + folder, cause);
        }
        return new StorageFailure(
                Code.FOLDER_NOT_WRITABLE,
                "cannot write to " + folder + " (" + cause + "): choose another with --data",
                cause);
    }
}
