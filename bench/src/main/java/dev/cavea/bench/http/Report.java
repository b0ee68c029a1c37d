package dev.cavea.bench.http;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.cavea.bench.Machine;
import dev.cavea.bench.http.load.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Prints the machine, the command, each run and the median, and writes them as JSON. */
final class Report {

    private static final double[] PERCENTILES = {50, 95, 99, 99.9, 100};

    private final String command;
    private final List<Map<String, Object>> benches = new ArrayList<>();

    Report(String command) {
        this.command = command;
        System.out.println("command   " + command);
        Machine.describe().forEach((name, value) -> System.out.printf("%-9s %s%n", name, value));
    }

    /** A bench under way. */
    final class Bench {

        private final List<Map<String, Object>> runs = new ArrayList<>();
        private final Map<String, Object> document = new LinkedHashMap<>();

        private Bench(String name, String what) {
            document.put("bench", name);
            document.put("what", what);
            System.out.printf("%n%s: %s%n", name, what);
            System.out.printf(
                    "  %-8s %12s %9s %9s %9s %9s %9s  %s%n",
                    "run",
                    "requests/s",
                    "p50 ms",
                    "p95 ms",
                    "p99 ms",
                    "p99.9 ms",
                    "max ms",
                    "answers");
        }

        void run(String name, Figures figures, Map<String, Object> more) {
            Map<String, Object> run = new LinkedHashMap<>();
            run.put("run", name);
            run.put("requestsPerSecond", Math.round(figures.perSecond()));
            for (double percentile : PERCENTILES) {
                run.put(key(percentile), figures.percentile(percentile));
            }
            run.put("answersByStatus", figures.statuses());
            run.put("failures", figures.failures());
            run.putAll(more);
            runs.add(run);
            print(run);
        }

        /** Of each figure by itself; the answers are those of the run with the middle rate. */
        void median() {
            Map<String, Object> middle = new LinkedHashMap<>(middle("requestsPerSecond"));
            for (double percentile : PERCENTILES) {
                String key = key(percentile);
                middle.put(key, number(middle(key), key));
            }
            middle.put("run", "median");
            print(middle);
            document.put("runs", runs);
            document.put("median", middle);
            benches.add(document);
        }

        /** The run in the middle when they are ordered by this figure. */
        private Map<String, Object> middle(String figure) {
            List<Map<String, Object>> ordered = new ArrayList<>(runs);
            ordered.sort(Comparator.comparingDouble(run -> number(run, figure)));
            return ordered.get(ordered.size() / 2);
        }

        private static double number(Map<String, Object> run, String figure) {
            return Objects.requireNonNull((Number) run.get(figure)).doubleValue();
        }
    }

    Bench bench(String name, String what) {
        return new Bench(name, what);
    }

    void writeTo(Path file) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("command", command);
        document.put("at", Instant.now().toString());
        document.put("machine", Machine.describe());
        document.put("benches", benches);
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        Files.write(file, Api.JSON.writer(printer).writeValueAsBytes(document));
    }

    private static void print(Map<String, Object> run) {
        StringBuilder line =
                new StringBuilder(
                        "  %-8s %,12d"
                                .formatted(
                                        String.valueOf(run.get("run")),
                                        (Long) run.get("requestsPerSecond")));
        for (double percentile : PERCENTILES) {
            line.append(" %9.2f".formatted((Double) run.get(key(percentile))));
        }
        line.append("  ").append(run.get("answersByStatus"));
        if (!Map.of().equals(run.get("failures"))) {
            line.append("  failures ").append(run.get("failures"));
        }
        if (run.containsKey("note")) {
            line.append("  ").append(run.get("note"));
        }
        System.out.println(line);
    }

    private static String key(double percentile) {
        return percentile == 100
                ? "maxMillis"
                : "p" + Double.toString(percentile).replace(".0", "") + "Millis";
    }
}
