package dev.cavea.platform.catalogue.internal.fields;

import dev.cavea.platform.edge.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is wrong with what somebody sent: several at once, each with its place and what is allowed
 * there, so that a plan is mended in one go. In a plan, one mistake made in thirty places is one
 * finding, with the number of places and the first of them.
 */
public final class Findings {

    private static final int SHOWN = 50;
    private static final int PLACES = 10;
    private static final Pattern NUMBERED = Pattern.compile("\\[\\d+]|line \\d+");

    /** How the places of a mistake are met. */
    private enum Kind {
        EACH,
        ONE_PER_CAUSE,
        STORED
    }

    private static final class Finding {
        final Map<String, Object> document = new LinkedHashMap<>();
        final List<String> also = new ArrayList<>();
        int count = 1;

        Finding(String field, String message, String allowed) {
            document.put("field", field);
            document.put("problem", message);
            document.put("allowed", allowed);
        }

        void again(String field) {
            count++;
            if (also.size() < PLACES - 1) {
                also.add(field);
            }
        }

        Map<String, Object> document() {
            if (count > 1) {
                document.put("count", count);
                document.put("also", List.copyOf(also));
            }
            return document;
        }
    }

    private final String slug;
    private final String title;
    private final Kind kind;
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final Set<String> duplicates = new LinkedHashSet<>();
    private final List<Warning> warnings = new ArrayList<>();
    private int count;

    public Findings(String slug, String title) {
        this(slug, title, Kind.EACH);
    }

    private Findings(String slug, String title, Kind kind) {
        this.slug = slug;
        this.title = title;
        this.kind = kind;
    }

    public static Findings ofPlan() {
        return new Findings("invalid-plan", "The seating plan cannot be used", Kind.ONE_PER_CAUSE);
    }

    /**
     * For a document that we wrote ourselves, perhaps under the rules of an earlier version: its
     * texts and numbers are taken as they are, and only what cannot be read at all is found.
     */
    public static Findings ofStored() {
        return new Findings("invalid-plan", "The stored plan cannot be read", Kind.STORED);
    }

    /** Whether bounds and wording are not looked at again. */
    public boolean trusts() {
        return kind == Kind.STORED;
    }

    /**
     * @param field the JSON path, or the line of a CSV file
     */
    public void add(String field, String message, String allowed) {
        String cause =
                kind == Kind.EACH
                        ? Integer.toString(count)
                        : NUMBERED.matcher(field).replaceAll("#") + '\n' + message + '\n' + allowed;
        Finding known = findings.get(cause);
        if (known != null) {
            known.again(field);
        } else if (count++ < SHOWN) {
            findings.put(cause, new Finding(field, message, allowed));
        }
    }

    /**
     * One mistake that is met in many places.
     *
     * @param first the first places, at least one
     * @param times how often it is met in all
     */
    public void add(List<String> first, int times, String message, String allowed) {
        if (count++ < SHOWN) {
            Finding finding = new Finding(first.getFirst(), message, allowed);
            first.stream().skip(1).forEach(finding::again);
            finding.count = times;
            findings.put(first + message, finding);
        }
    }

    /** An id that two seats have. */
    public void duplicate(String seatId) {
        if (!trusts()) {
            duplicates.add(seatId);
        }
    }

    /** Something that was settled without asking; the answer tells of it. */
    public void warn(String code, String message, List<String> examples) {
        warnings.add(new Warning(code, message, examples));
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

    public List<Warning> warnings() {
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
        if (!findings.isEmpty()) {
            List<Map<String, Object>> errors =
                    findings.values().stream().map(Finding::document).toList();
            var first = errors.getFirst();
            problem.with("field", first.getOrDefault("field", ""));
            problem.with("allowed", first.getOrDefault("allowed", ""));
            problem.with("errors", errors);
        }
        if (!duplicates.isEmpty()) {
            problem.with("duplicates", duplicates.stream().limit(SHOWN).toList());
        }
        throw problem;
    }

    private String detail() {
        List<String> parts = new ArrayList<>();
        if (!findings.isEmpty()) {
            Finding first = findings.values().iterator().next();
            String places = first.count == 1 ? "" : ", in " + first.count + " places";
            parts.add(
                    '"'
                            + String.valueOf(first.document.get("field"))
                            + "\" "
                            + first.document.get("problem")
                            + places);
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
