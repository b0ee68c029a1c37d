package dev.cavea.platform.storage;

import dev.cavea.platform.storage.StorageFailure.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL that we start, keep and stop, with its data under a folder of ours and every
 * commit on disk. The caller holds the lock on the folder: whatever server still runs there is an
 * orphan of a killed process.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final PostgresCluster cluster;
    private final DatabaseAddress address;

    private EmbeddedDatabase(PostgresCluster cluster, DatabaseAddress address) {
        this.cluster = cluster;
        this.address = address;
    }

    /** Returns once the server takes connections; throws {@link StorageFailure}. */
    public static EmbeddedDatabase start(Path folder) {
        try {
            Files.createDirectories(folder);
            PostgresCluster cluster = PostgresCluster.open(folder);
            stopOrphan(cluster);
            cluster.createWhenMissing();
            int port = cluster.start();
            DatabaseAddress address = cluster.address(port);
            try {
                Durability.verify(address);
            } catch (StorageFailure e) {
                cluster.stop();
                throw e;
            }
            return new EmbeddedDatabase(cluster, address);
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    /** The server that another process of ours keeps in this folder, if one runs. */
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

    public DatabaseAddress address() {
        return address;
    }

    /**
     * Ends open transactions by rolling them back and stops the server; what is committed stays.
     */
    @Override
    public void close() {
        cluster.stop();
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
