package dev.cavea.platform.catalogue.internal.fields;

import dev.cavea.platform.edge.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is wrong with what somebody sent: several at once, each with its place and what is allowed
 * there, so that a plan is mended in one go.
 */
public final class Findings {

    private static final int SHOWN = 50;

    private final String slug;
    private final String title;
    private final List<Map<String, String>> errors = new ArrayList<>();
    private final Set<String> duplicates = new LinkedHashSet<>();
    private final List<Map<String, Object>> warnings = new ArrayList<>();
    private int count;

    public Findings(String slug, String title) {
        this.slug = slug;
        this.title = title;
    }

    public static Findings ofPlan() {
        return new Findings("invalid-plan", "The seating plan cannot be used");
    }

    /**
     * @param field the JSON path, or the line of a CSV file
     */
    public void add(String field, String message, String allowed) {
        if (count++ < SHOWN) {
            Map<String, String> error = new LinkedHashMap<>();
            error.put("field", field);
            error.put("problem", message);
            error.put("allowed", allowed);
            errors.add(error);
        }
    }

    /** An id that two seats have. */
    public void duplicate(String seatId) {
        duplicates.add(seatId);
    }

    /** Something that was settled without asking; the answer tells of it. */
    public void warn(String code, String message, List<String> examples) {
        warnings.add(Map.of("code", code, "message", message, "examples", examples));
    }

    /** That nobody said what people look at. */
    public void warnOfGuess(String where) {
        warn(
                "front-guessed",
                "The file does not say where the stage or the field is. Best available takes "
                        + where
                        + " for the front.",
                List.of());
    }

    public List<Map<String, Object>> warnings() {
        return List.copyOf(warnings);
    }

    public boolean isEmpty() {
        return count == 0 && duplicates.isEmpty();
    }

    /** Once there are this many, looking on only costs time. */
    public boolean isFull() {
        return count >= SHOWN;
    }

    /** Throws 422 with everything found. */
    public void throwIfAny() {
        if (isEmpty()) {
            return;
        }
        Problem problem = new Problem(422, slug, title, detail());
        if (!errors.isEmpty()) {
            var first = errors.getFirst();
            problem.with("field", first.getOrDefault("field", ""));
            problem.with("allowed", first.getOrDefault("allowed", ""));
            problem.with("errors", List.copyOf(errors));
        }
        if (!duplicates.isEmpty()) {
            problem.with("duplicates", duplicates.stream().limit(SHOWN).toList());
        }
        throw problem;
    }

    private String detail() {
        List<String> parts = new ArrayList<>();
        if (!errors.isEmpty()) {
            var first = errors.getFirst();
            parts.add('"' + first.get("field") + "\" " + first.get("problem"));
        }
        if (count > 1) {
            parts.add((count - 1) + (count == 2 ? " more problem" : " more problems"));
        }
        if (!duplicates.isEmpty()) {
            parts.add(duplicates.size() + " seat ids are given more than once");
        }
        return String.join("; ", parts) + ".";
    }
}
