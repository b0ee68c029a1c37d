package dev.cavea.bench.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the figures were measured on. */
final class Machine {

    private Machine() {}

    static Map<String, Object> describe() {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("cpu", line("/proc/cpuinfo", "model name", ":"));
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("memory", line("/proc/meminfo", "MemTotal", ":"));
        machine.put(
                "system",
                System.getProperty("os.name")
                        + " "
                        + System.getProperty("os.version")
                        + " "
                        + System.getProperty("os.arch"));
        machine.put("jdk", String.valueOf(Runtime.version()));
        machine.put("loadGenerator", "on the same machine");
        return machine;
    }

    /** The value of the first line that starts so; "unknown" where there is no such file. */
    private static String line(String file, String start, String separator) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(start))
                    .map(line -> line.substring(line.indexOf(separator) + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
