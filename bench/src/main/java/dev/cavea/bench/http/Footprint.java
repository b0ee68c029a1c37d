package dev.cavea.bench.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What a server and its PostgreSQL take of the machine. Memory by {@code /proc}: all that the
 * server has resident, and of PostgreSQL, whose processes share pages, the proportional set size.
 */
final class Footprint {

    private final ProcessHandle server;

    Footprint(ProcessHandle server) {
        this.server = server;
    }

    private Stream<ProcessHandle> all() {
        return Stream.concat(Stream.of(server), server.descendants());
    }

    long cpuMillis() {
        return all().mapToLong(
                        process ->
                                process.info()
                                        .totalCpuDuration()
                                        .map(Duration::toMillis)
                                        .orElse(0L))
                .sum();
    }

    double residentMegabytes() throws IOException {
        long kilobytes = kilobytes(server, "status", "VmRSS:");
        for (ProcessHandle child : server.descendants().toList()) {
            kilobytes += kilobytes(child, "smaps_rollup", "Pss:");
        }
        return kilobytes / 1024.0;
    }

    private static long kilobytes(ProcessHandle process, String file, String name)
            throws IOException {
        Path path = Path.of("/proc", Long.toString(process.pid()), file);
        try (Stream<String> lines = Files.lines(path)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElseThrow(() -> new IOException("no " + name + " in " + path));
        }
    }
}
