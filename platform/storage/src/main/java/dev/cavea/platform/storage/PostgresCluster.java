package dev.cavea.platform.storage;

import dev.cavea.platform.storage.StorageFailure.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** One PostgreSQL data folder, a "cluster" in its terms: created once, started, stopped. */
final class PostgresCluster {

    private static final String USER = "cavea";
    private static final long START_SECONDS = 60;
    private static final int MOST_PORTS = 5;
    private static final String PORT_TAKEN = "Address already in use";
    private static final String STOP_SECONDS = "20";
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** The first three make a commit durable. The rest keeps an idle server small. */
    private static final List<String> SETTINGS =
            List.of(
                    "fsync=on",
                    "synchronous_commit=on",
                    "full_page_writes=on",
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "shared_buffers=32MB",
                    "max_connections=40",
                    "max_wal_size=256MB",
                    "jit=off",
                    "log_min_messages=warning",
                    // An error's detail repeats what people typed: addresses, names.
                    "log_error_verbosity=terse",
                    "timezone=UTC");

    private final Path folder;
    private final Path files;
    private final PostgresPrograms programs;
    private volatile @Nullable Process server;

    private PostgresCluster(Path folder, PostgresPrograms programs) {
        this.folder = folder;
        this.files = folder.resolve("cluster");
        this.programs = programs;
    }

    static PostgresCluster open(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath();
        return new PostgresCluster(absolute, PostgresPrograms.unpackInto(absolute));
    }

    Path files() {
        return files;
    }

    void createWhenMissing() throws IOException {
        if (Files.exists(files)) {
            return;
        }
        // Renamed when complete: a folder with that name is always whole, whenever we were killed.
        Path growing = folder.resolve("cluster.growing");
        PostgresBinaries.deleteTree(growing);
        Files.createDirectory(growing);
        writePassword();
        programs.ownFolder();
        programs.run(
                "initdb",
                "--pgdata=" + growing,
                "--username=" + USER,
                "--pwfile=" + passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        Files.move(growing, files);
    }

    /** Starts the server and returns its port once it takes connections. */
    int start() throws IOException {
        return start(PostgresCluster::freePort);
    }

    int start(IntSupplier freePorts) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = freePorts.getAsInt();
            try {
                start(port);
                return port;
            } catch (StorageFailure e) {
                // Between finding a free port and taking it, someone else may take it.
                if (attempt == MOST_PORTS || !Files.readString(log()).contains(PORT_TAKEN)) {
                    throw e;
                }
            }
        }
    }

    private void start(int port) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("-D", files.toString(), "-p", Integer.toString(port)));
        for (String setting : SETTINGS) {
            arguments.add("-c");
            arguments.add(setting);
        }
        keepLog();
        Process started = programs.start(log(), "postgres", arguments);
        awaitReady(started, port);
        server = started;
    }

    /** Returns when the server started last has ended. */
    void awaitEnd() throws InterruptedException {
        Process running = server;
        if (running != null) {
            running.waitFor();
        }
    }

    /** What the previous one said may tell why it ended. */
    private void keepLog() throws IOException {
        if (Files.exists(log())) {
            Files.move(
                    log(),
                    folder.resolve("server.log.before"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    DatabaseAddress address(int port) throws IOException {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                USER,
                Files.readString(passwordFile()).strip());
    }

    /** Stops whatever server runs here: first cleanly, then immediately. */
    void stop() {
        if (!stop("fast") && !stop("immediate")) {
            throw new StorageFailure(
                    Code.ORPHAN_STAYS,
                    "the PostgreSQL in " + files + " does not stop: stop it by hand");
        }
    }

    private boolean stop(String mode) {
        try {
            programs.run(
                    "pg_ctl",
                    "stop",
                    "--pgdata=" + files,
                    "--mode=" + mode,
                    "--timeout=" + STOP_SECONDS);
            return true;
        } catch (IOException | StorageFailure e) {
            return !running();
        }
    }

    private boolean running() {
        try {
            return Postmaster.read(files).map(server -> server.runsIn(files)).orElse(false);
        } catch (IOException e) {
            return false;
        }
    }

    private void awaitReady(Process server, int port) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (true) {
            Optional<Postmaster> now = Postmaster.read(files);
            if (now.isPresent() && now.get().ready() && now.get().port() == port) {
                return;
            }
            if (!server.isAlive()) {
                throw programs.failed("PostgreSQL does not start", Files.readString(log()));
            }
            if (System.nanoTime() > deadline) {
                stop();
                throw new StorageFailure(
                        Code.SERVER_SLOW,
                        "PostgreSQL was not ready after " + START_SECONDS + " s; see " + log());
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private void writePassword() throws IOException {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Files.deleteIfExists(passwordFile());
        Files.createFile(
                passwordFile(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile(), HexFormat.of().formatHex(secret) + "\n");
    }

    private Path passwordFile() {
        return folder.resolve("password");
    }

    private Path log() {
        return folder.resolve("server.log");
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
