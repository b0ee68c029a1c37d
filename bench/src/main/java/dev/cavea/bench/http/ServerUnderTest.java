package dev.cavea.bench.http;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server of its own for a bench, or one that is running already. */
final class ServerUnderTest implements AutoCloseable {

    static final String ADMIN_EMAIL = "bench@localhost";
    static final String ADMIN_PASSWORD = "a password for benches only";

    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final URI url;
    private final String email;
    private final String password;
    private final @Nullable Path data;
    private final String programme;
    private @Nullable Process process;

    private ServerUnderTest(
            URI url, String email, String password, @Nullable Path data, String programme) {
        this.url = url;
        this.email = email;
        this.password = password;
        this.data = data;
        this.programme = programme;
    }

    /** {@code --url} with {@code --admin-email} and {@code --admin-password}, else an own one. */
    static ServerUnderTest of(Options options) throws IOException {
        if (options.has("url")) {
            return running(options);
        }
        ServerUnderTest server = stopped("--empty");
        server.start();
        return server;
    }

    /** An own one with an empty data folder, before its first start. */
    static ServerUnderTest stopped(String programme) throws IOException {
        Path data = Files.createTempDirectory("cavea-bench-");
        URI url = URI.create("http://127.0.0.1:" + freePort());
        return new ServerUnderTest(url, ADMIN_EMAIL, ADMIN_PASSWORD, data, programme);
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    private static ServerUnderTest running(Options options) {
        String email =
                options.text(
                        "admin-email",
                        System.getenv().getOrDefault("CAVEA_ADMIN_EMAIL", "admin@localhost"));
        String password =
                options.text(
                        "admin-password", System.getenv().getOrDefault("CAVEA_ADMIN_PASSWORD", ""));
        if (password.isEmpty()) {
            throw new Stop(
                    "--url needs the administrator's password: give --admin-password, or set"
                            + " CAVEA_ADMIN_PASSWORD");
        }
        return new ServerUnderTest(URI.create(options.text("url", "")), email, password, null, "");
    }

    URI url() {
        return url;
    }

    boolean isOwn() {
        return data != null;
    }

    Site signIn(Api api) {
        return Site.signIn(api, email, password);
    }

    /** Starts the server on its data folder and waits until it says that it is ready. */
    void start() throws IOException {
        Process started = launch();
        awaitReady(started, folder().resolve("server.log"));
    }

    /** Starts it and waits for nothing. */
    Process launch() throws IOException {
        Path root = Path.of(System.getProperty("cavea.root", ".")).toAbsolutePath();
        Path folder = folder();
        ProcessBuilder builder =
                new ProcessBuilder(
                        root.resolve("cavea").toString(),
                        "up",
                        programme,
                        "--port",
                        Integer.toString(url.getPort()),
                        "--data",
                        folder.resolve("data").toString());
        builder.environment().put("CAVEA_ADMIN_EMAIL", email);
        builder.environment().put("CAVEA_ADMIN_PASSWORD", password);
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("server.log").toFile());
        Process started = builder.start();
        process = started;
        return started;
    }

    private void awaitReady(Process started, Path log) throws IOException {
        long end = System.nanoTime() + START.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!isReady(client)) {
                if (!started.isAlive() || System.nanoTime() > end) {
                    throw new Stop("the server does not start; its log is in " + log);
                }
                Thread.sleep(GLANCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop("interrupted");
        }
    }

    private boolean isReady(HttpClient client) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(url.resolve("/health/ready"))
                            .timeout(Duration.ofSeconds(2))
                            .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Of the server itself, whose children are PostgreSQL. */
    ProcessHandle process() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("the server is not running");
        }
        return running.toHandle();
    }

    /** Where an own server keeps its PostgreSQL. */
    Path databaseFolder() {
        return folder().resolve("data/postgresql");
    }

    /** As Ctrl-C does. */
    void stop() {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        process = null;
    }

    /** Stops an own server and removes its data. */
    @Override
    public void close() throws IOException {
        stop();
        if (data == null) {
            return;
        }
        try (var files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path folder() {
        if (data == null) {
            throw new Stop("this needs a server of its own: leave --url out");
        }
        return data;
    }
}
