package dev.cavea.ledger.raft.cluster;

import dev.cavea.ledger.client.Members;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A member's process, found again by the process id in a file; verbs to start, ask and kill it. */
public final class MemberProcess {

    private static final int ANSWER_MILLIS = 5_000;

    private final Path folder;
    private final String id;
    private final Members members;
    private final int controlPort;

    MemberProcess(Path folder, String id, Members members, int controlPort) {
        this.folder = folder;
        this.id = id;
        this.members = members;
        this.controlPort = controlPort;
    }

    public String id() {
        return id;
    }

    /** Its log, snapshots and feed. */
    public Path data() {
        return folder.resolve(id);
    }

    public Path output() {
        return folder.resolve(id + ".log");
    }

    private Path pidFile() {
        return folder.resolve(id + ".pid");
    }

    /** Does nothing while it runs. */
    public void start(List<String> jvmOptions, List<String> moreOptions) throws IOException {
        if (handle().isPresent()) {
            return;
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(learned());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(ClusterMember.class.getName());
        command.addAll(List.of("--id", id, "--members", members.toString()));
        command.addAll(List.of("--folder", data().toString()));
        command.addAll(List.of("--control", Integer.toString(controlPort)));
        command.addAll(moreOptions);
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()))
                        .start();
        Files.writeString(pidFile(), Long.toString(process.pid()));
    }

    /** The JVM's cache from members that ran before, if the launcher names one. */
    private static List<String> learned() {
        String cache = System.getProperty("cavea.member.cache", "");
        return cache.isEmpty()
                ? List.of()
                : List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off");
    }

    /** Only if it is one of our members: the id may since have gone to another process. */
    private Optional<ProcessHandle> handle() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        long pid = Long.parseLong(Files.readString(pidFile()).strip());
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isOurs);
    }

    private boolean isOurs(ProcessHandle process) {
        List<String> arguments = List.of(process.info().arguments().orElse(new String[0]));
        return arguments.contains(ClusterMember.class.getName())
                && arguments.contains(data().toString());
    }

    public boolean isRunning() throws IOException {
        return handle().isPresent();
    }

    /** Like a power cut: no shutdown hook, no goodbye. */
    public void kill() throws IOException {
        handle().ifPresent(MemberProcess::killAndWait);
        Files.deleteIfExists(pidFile());
    }

    private static void killAndWait(ProcessHandle process) {
        if (process.destroyForcibly()) {
            var _ = process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        }
    }

    /** Like an operator; waits until it has ended. */
    public void stop() throws IOException {
        Optional<ProcessHandle> running = handle();
        if (running.isPresent()) {
            running.get().destroy();
            var _ = running.get().onExit().orTimeout(30, TimeUnit.SECONDS).join();
        }
        Files.deleteIfExists(pidFile());
    }

    /** The answer to one line, or empty if it does not listen. */
    public Optional<String> ask(String line) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), controlPort),
                    ANSWER_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            PrintWriter out =
                    new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
            out.println(line);
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return Optional.ofNullable(in.readLine());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
