package dev.cavea.app.system;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged server as a process of its own, on a free port, as a person would start it. */
final class RunningServer implements AutoCloseable {

    static final String ADMIN_EMAIL = "admin@test.example";
    static final String ADMIN_PASSWORD = "correct horse battery staple";

    private static final Pattern READY = Pattern.compile("ready at (http://\\S+) \\(");
    private static final long READY_SECONDS = 90;

    private final Process process;
    private final Path output;
    private final URI address;

    private RunningServer(Process process, Path output, URI address) {
        this.process = process;
        this.output = output;
        this.address = address;
    }

    /** Returns once it says that it is ready. */
    static RunningServer start(Path data, String... flags) throws Exception {
        return start(data, Map.of(), flags);
    }

    /** The same with a setting of the environment. */
    static RunningServer startWith(Path data, String name, String value) throws Exception {
        return start(data, Map.of(name, value));
    }

    private static RunningServer start(Path data, Map<String, String> environment, String... flags)
            throws Exception {
        Path output = Files.createTempFile(data.getParent(), "server", ".out");
        List<String> arguments = new ArrayList<>(List.of("--port", Integer.toString(freePort())));
        arguments.addAll(List.of("--data", data.toString(), "--empty"));
        arguments.addAll(List.of(flags));
        Process process = launch(output, environment, arguments.toArray(String[]::new));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        while (System.nanoTime() < deadline && process.isAlive()) {
            Matcher ready = READY.matcher(Files.readString(output));
            if (ready.find()) {
                return new RunningServer(process, output, URI.create(ready.group(1)));
            }
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly();
        throw new IllegalStateException("the server did not start:\n" + Files.readString(output));
    }

    /** Only starts the process. */
    static Process launch(Path output, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        Path.of(
                                        System.getProperty("cavea.root"),
                                        "app/target/quarkus-app/quarkus-run.jar")
                                .toString(),
                        "up"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CAVEA_ADMIN_EMAIL", ADMIN_EMAIL);
        builder.environment().put("CAVEA_ADMIN_PASSWORD", ADMIN_PASSWORD);
        builder.environment().putAll(environment);
        return builder.redirectOutput(output.toFile()).start();
    }

    URI address() {
        return address;
    }

    String said() throws IOException {
        return Files.readString(output);
    }

    /** As a power cut does to a process. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** As Ctrl-C; returns its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the server did not stop within 30 seconds");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** Below those that the system gives to whoever asks, so that nobody gets it meanwhile. */
    static int freePort() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (BindException taken) {
                // Another one, then.
            }
        }
    }
}
