package dev.cavea.platform.catalogue.internal.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cavea.platform.catalogue.internal.fields.Fields;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import dev.cavea.platform.catalogue.internal.fields.JsonParts;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import dev.cavea.platform.catalogue.internal.plan.PlanDocument;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plans in and out, in every form; which one a JSON document is, its members tell. */
public final class PlanExchange {

    private PlanExchange() {}

    /**
     * A plan that was read.
     *
     * @param warnings what was settled without asking: code, message, examples
     */
    public record Reading(Plan plan, List<Map<String, Object>> warnings) {}

    /** What a plan can be given as. */
    public enum Format {
        CAVEA,
        PRETIX,
        CSV
    }

    /** Reads any of the JSON forms. Throws 400 for what is no JSON, 422 for what is no plan. */
    public static Reading json(byte[] body) {
        Set<String> members = JsonParts.reading(() -> members(body));
        Findings findings = Findings.ofPlan();
        if (members.contains("generate")) {
            return json(JsonParts.tree(body), "", findings);
        }
        return JsonParts.reading(
                () -> {
                    try (JsonParser parser = JsonParts.parser(body)) {
                        parser.nextToken();
                        return read(parser, members, "", findings);
                    }
                });
    }

    /**
     * Reads a plan that stands inside another document.
     *
     * @param path where it stands, ending in a dot, or empty
     */
    public static Reading json(JsonNode document, String path, Findings findings) {
        Set<String> members = new HashSet<>();
        document.fieldNames().forEachRemaining(members::add);
        if (members.contains("generate")) {
            Fields fields = Fields.of(document, path.replaceFirst("\\.$", ""), findings);
            Fields generate = fields.only("generate").object("generate");
            findings.throwIfAny();
            return new Reading(GeneratorReader.read(generate).plan(), List.of());
        }
        return JsonParts.reading(
                () -> {
                    try (JsonParser parser = JsonParts.parser(document)) {
                        parser.nextToken();
                        return read(parser, members, path, findings);
                    }
                });
    }

    public static Reading csv(byte[] body) {
        Findings findings = Findings.ofPlan();
        return new Reading(CsvReader.read(body, findings), findings.warnings());
    }

    public static byte[] write(Plan plan, Format format) {
        return switch (format) {
            case CAVEA -> PlanDocument.bytes(plan);
            case PRETIX -> PretixWriter.write(plan);
            case CSV -> CsvWriter.write(plan);
        };
    }

    private static Reading read(
            JsonParser parser, Set<String> members, String path, Findings findings)
            throws IOException {
        Plan plan;
        if (members.contains("format") || members.contains("sections")) {
            plan = CaveaPlanReader.read(parser, path, findings);
        } else if (members.contains("categories") || members.contains("zones")) {
            plan = PretixDraft.plan(PretixReader.read(parser, path, findings), findings);
        } else {
            findings.add(
                    path.isEmpty() ? "body" : path.replaceFirst("\\.$", ""),
                    "is no seating plan",
                    "a pretix seating plan, cavea-plan/1, or {\"generate\": {\"kind\": …}}");
            findings.throwIfAny();
            throw new IllegalStateException("findings throw");
        }
        return new Reading(plan, findings.warnings());
    }

    /** Reads to the end, so that what is broken anywhere is told before anything is judged. */
    private static Set<String> members(byte[] body) throws IOException {
        Set<String> members = new HashSet<>();
        try (JsonParser parser = JsonParts.parser(body)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    members.add(parser.currentName());
                    parser.nextToken();
                    parser.skipChildren();
                }
            } else {
                parser.skipChildren();
            }
            if (parser.nextToken() != null) {
                // The whole reader tells it with its place.
                JsonParts.tree(body);
            }
        }
        return members;
    }
}
