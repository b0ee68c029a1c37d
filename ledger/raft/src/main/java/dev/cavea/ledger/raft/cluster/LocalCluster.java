package dev.cavea.ledger.raft.cluster;

import dev.cavea.ledger.client.Members;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Members on this machine, and the folder that remembers them: addresses, processes, data. */
public final class LocalCluster {

    private static final String MEMBERS_FILE = "members";

    private final Members members;
    private final List<MemberProcess> processes = new ArrayList<>();

    private LocalCluster(Path folder, Members members, List<Integer> controlPorts) {
        this.members = members;
        for (int i = 0; i < members.all().size(); i++) {
            processes.add(
                    new MemberProcess(
                            folder, members.all().get(i).id(), members, controlPorts.get(i)));
        }
    }

    /** The cluster in the folder, or a new one with free ports. */
    public static LocalCluster openOrCreate(Path folder, int memberCount) throws IOException {
        if (Files.exists(folder.resolve(MEMBERS_FILE))) {
            return open(folder);
        }
        Files.createDirectories(folder);
        List<Integer> ports = freePorts(2 * memberCount);
        List<Members.Member> members = new ArrayList<>();
        for (int i = 0; i < memberCount; i++) {
            members.add(new Members.Member("m" + (i + 1), "127.0.0.1", ports.get(i)));
        }
        List<String> lines = new ArrayList<>();
        lines.add(new Members(members).toString());
        for (int port : ports.subList(memberCount, 2 * memberCount)) {
            lines.add(Integer.toString(port));
        }
        Files.write(folder.resolve(MEMBERS_FILE), lines);
        return open(folder);
    }

    /** Throws IllegalArgumentException if there is none. */
    public static LocalCluster open(Path folder) throws IOException {
        Path file = folder.resolve(MEMBERS_FILE);
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(
                    "there is no cluster in %s: run \"cluster up\" first".formatted(folder));
        }
        List<String> lines = Files.readAllLines(file);
        return new LocalCluster(
                folder,
                Members.parse(lines.getFirst()),
                lines.stream().skip(1).map(Integer::valueOf).toList());
    }

    /** All at once, so that no port is given twice. */
    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    public Members members() {
        return members;
    }

    public List<MemberProcess> processes() {
        return List.copyOf(processes);
    }

    /** Counted from 1, as people do. */
    public MemberProcess member(int number) {
        if (number < 1 || number > processes.size()) {
            throw new IllegalArgumentException(
                    "member %d: there are members 1 to %d".formatted(number, processes.size()));
        }
        return processes.get(number - 1);
    }

    /** The member that says it leads, or empty. */
    public Optional<MemberProcess> leader() {
        return processes.stream().filter(LocalCluster::leads).findFirst();
    }

    private static boolean leads(MemberProcess process) {
        return process.ask("status")
                .filter(status -> status.contains("role=LEADER ready=true"))
                .isPresent();
    }

    public boolean awaitLeader(Duration atMost) throws InterruptedException {
        return await(atMost, () -> leader().isPresent());
    }

    /** Whether the condition was met in time. */
    public static boolean await(Duration atMost, BooleanSupplier condition)
            throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }
}
