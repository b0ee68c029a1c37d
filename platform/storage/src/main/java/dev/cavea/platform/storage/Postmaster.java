package dev.cavea.platform.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says about a server on our folder.
 *
 * @param pid the process
 * @param port where it listens
 * @param ready whether it takes connections
 */
record Postmaster(long pid, int port, boolean ready) {

    private static final int LINES = 8;

    /** Empty if there is no file, or PostgreSQL is still writing it. */
    static Optional<Postmaster> read(Path cluster) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file(cluster));
            long pid = Long.parseLong(lines.get(0).strip());
            int port = Integer.parseInt(lines.get(3).strip());
            boolean ready = lines.size() >= LINES && lines.get(LINES - 1).strip().equals("ready");
            return Optional.of(new Postmaster(pid, port, ready));
        } catch (NoSuchFileException | IndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /**
     * Whether the process is a PostgreSQL working in this folder. After a reboot, and often in a
     * container, the process id belongs to another program.
     */
    boolean runsIn(Path cluster) {
        if (!ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
            return false;
        }
        try {
            Path workingFolder =
                    Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"));
            return workingFolder.equals(cluster.toRealPath());
        } catch (IOException e) {
            // Not Linux, or not ours to inspect: assume it is a server rather than start a second.
            return true;
        }
    }
}
