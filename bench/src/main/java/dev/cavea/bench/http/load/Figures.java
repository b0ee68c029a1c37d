package dev.cavea.bench.http.load;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What was seen in one run. Latency counts from when a request was due to its last byte. */
public final class Figures {

    private static final long LONGEST_MICROS = 120_000_000L;

    private final Histogram micros = new Histogram(LONGEST_MICROS, 3);
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final Map<String, Long> failures = new TreeMap<>();
    private long nanos;
    private long bytes;

    /** A request that was answered. */
    public void answered(int status, long latencyNanos, long length) {
        micros.recordValue(Math.min(LONGEST_MICROS, Math.max(1, latencyNanos / 1_000)));
        statuses.merge(status, 1L, Long::sum);
        bytes += length;
    }

    /** A request that came to nothing. */
    public void failed(String why) {
        failures.merge(why, 1L, Long::sum);
    }

    /** How long the run was. */
    public void lasted(long runNanos) {
        nanos = runNanos;
    }

    public long answers() {
        return micros.getTotalCount();
    }

    public double perSecond() {
        return answers() * 1e9 / nanos;
    }

    public double bytesPerSecond() {
        return bytes * 1e9 / nanos;
    }

    /** In milliseconds; 100 for the longest. */
    public double percentile(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
    }

    public long count(int status) {
        return statuses.getOrDefault(status, 0L);
    }

    public long serverErrors() {
        return statuses.entrySet().stream()
                .filter(entry -> entry.getKey() >= 500)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    public long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Answers by status. */
    public Map<Integer, Long> statuses() {
        return Map.copyOf(statuses);
    }

    /** Requests and connections that came to nothing, by what went wrong. */
    public Map<String, Long> failures() {
        return Map.copyOf(failures);
    }
}
