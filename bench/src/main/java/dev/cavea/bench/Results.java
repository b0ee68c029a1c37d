package dev.cavea.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;

/** Prints the machine and the command, then each figure's runs and their median; also as JSON. */
public final class Results {

    private final Map<String, Object> document = new LinkedHashMap<>();
    private final List<Map<String, Object>> figures = new ArrayList<>();

    public Results(String command, Path folder) throws IOException {
        Map<String, Object> machine = Machine.describe();
        machine.put("diskSyncMicros", Machine.syncMicros(folder));
        document.put("at", Instant.now().toString());
        document.put("command", command);
        document.put("machine", machine);
        document.put("figures", figures);
        System.out.println("command        " + command);
        machine.forEach((name, value) -> System.out.printf("%-14s %s%n", name, value));
        System.out.println();
    }

    /** What was measured, in which unit, and what it must and should reach. */
    public record Figure(String name, String unit, double atLeast, double aim) {}

    public void add(Figure figure, double... runs) {
        double[] sorted = runs.clone();
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        DoubleFunction<String> text = value -> "%,.2f".formatted(value).replace(".00", "");
        System.out.printf(
                "%-46s %12s %-12s runs %s%s%n",
                figure.name,
                text.apply(median),
                figure.unit,
                Arrays.stream(runs).mapToObj(text).toList(),
                wanted(figure, text));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", figure.name);
        entry.put("unit", figure.unit);
        entry.put("median", median);
        entry.put("runs", runs);
        if (!Double.isNaN(figure.atLeast)) {
            entry.put("wanted", figure.atLeast);
        }
        if (!Double.isNaN(figure.aim)) {
            entry.put("aim", figure.aim);
        }
        figures.add(entry);
    }

    /** Nothing where the figure only explains another one. */
    private static String wanted(Figure figure, DoubleFunction<String> text) {
        if (Double.isNaN(figure.atLeast)) {
            return "";
        }
        String aim = Double.isNaN(figure.aim) ? "" : ", aim " + text.apply(figure.aim);
        return "  (wanted %s%s)".formatted(text.apply(figure.atLeast), aim);
    }

    public void say(String line) {
        System.out.println(line);
    }

    public void writeTo(Path file) throws IOException {
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(file.toFile(), document);
    }
}
