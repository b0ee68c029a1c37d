package dev.cavea.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The arguments of the ledger's benches: names of what to run, and options with values. */
public record Arguments(List<String> all) {

    public static Arguments of(String[] args) {
        return new Arguments(List.of(args));
    }

    /** Whether this part is wanted: it is named, or none is. */
    boolean wants(String part, List<String> parts) {
        return all.contains(part) || all.stream().noneMatch(parts::contains);
    }

    int number(String option, int otherwise) {
        return value(option).map(Integer::parseInt).orElse(otherwise);
    }

    public Optional<Path> json() {
        return value("--json").map(Path::of);
    }

    /** Where the ledgers lie while they are measured: a disk, not memory. */
    public Path folder() {
        return value("--data")
                .map(Path::of)
                .orElse(Path.of(System.getProperty("cavea.root", "."), "target", "bench"));
    }

    private Optional<String> value(String option) {
        int at = all.indexOf(option);
        return at < 0 || at + 1 == all.size() ? Optional.empty() : Optional.of(all.get(at + 1));
    }

    @Override
    public String toString() {
        return String.join(" ", all);
    }
}
