package dev.cavea.platform.catalogue.internal.exchange;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cavea.platform.catalogue.internal.fields.Fields;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import dev.cavea.platform.catalogue.internal.fields.JsonParts;
import dev.cavea.platform.catalogue.internal.fields.Warning;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import dev.cavea.platform.catalogue.internal.plan.PlanDocument;
import dev.cavea.platform.edge.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans in and out, in every form; which one a JSON document is, its members tell. */
public final class PlanExchange {

    private PlanExchange() {}

    /**
     * A plan that was read.
     *
     * @param warnings what was settled without asking
     */
    public record Reading(Plan plan, List<Warning> warnings) {}

    /**
     * A plan that was written.
     *
     * @param bytes never written to
     * @param losses what would be missing if it were read again
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Written(byte[] bytes, List<Loss> losses) {}

    /** What a plan can be given as. */
    public enum Format {
        CAVEA,
        PRETIX,
        CSV
    }

    public static Reading json(byte[] body) {
        return json(Source.of(body));
    }

    /** Reads any of the JSON forms. Throws 400 for what is no JSON, 422 for what is no plan. */
    public static Reading json(Source source) {
        return JsonParts.reading(
                () -> {
                    Set<String> members = members(source);
                    try (InputStream bytes = source.open();
                            JsonParser parser = JsonParts.parser(bytes)) {
                        parser.nextToken();
                        return read(parser, members, "", Findings.ofPlan());
                    }
                });
    }

    /**
     * Reads a plan inside another document.
     *
     * @param path where it is, ending in a dot, or empty
     */
    public static Reading json(JsonNode document, String path, Findings findings) {
        Set<String> members = new HashSet<>();
        document.fieldNames().forEachRemaining(members::add);
        return JsonParts.reading(
                () -> {
                    try (JsonParser parser = JsonParts.parser(document)) {
                        parser.nextToken();
                        return read(parser, members, path, findings);
                    }
                });
    }

    public static Reading csv(byte[] body) {
        return csv(Source.of(body), null);
    }

    /**
     * @param charset what the caller says it is written in, or null
     */
    public static Reading csv(Source source, @Nullable String charset) {
        Findings findings = Findings.ofPlan();
        Plan plan = CsvReader.read(source, charset, findings);
        return new Reading(plan, findings.warnings());
    }

    /** A document that we wrote, perhaps under other rules than today's. */
    public static Plan stored(byte[] document) {
        return JsonParts.reading(
                () -> {
                    try (JsonParser parser = JsonParts.parser(document)) {
                        parser.nextToken();
                        return CaveaPlanReader.read(parser, "", Findings.ofStored());
                    }
                });
    }

    /**
     * Holds a plan against its own document, read again as anybody's would be. Throws 422 where it
     * would not be taken, or not be the same: better now than at the next start.
     */
    public static void check(Plan plan, byte[] document) {
        Plan again =
                JsonParts.reading(
                        () -> {
                            try (JsonParser parser = JsonParts.parser(document)) {
                                parser.nextToken();
                                return CaveaPlanReader.read(parser, "", Findings.ofPlan());
                            }
                        });
        if (!again.digest().equals(plan.digest())) {
            Findings findings = Findings.ofPlan();
            for (Loss loss : PlanDifferences.between(plan, again)) {
                findings.add(
                        loss.what(),
                        "does not come back the same, " + loss.count() + " times",
                        "what every form can keep");
            }
            findings.add("plan", "does not come back the same", "what every form can keep");
            findings.throwIfAny();
        }
    }

    /** Writes a plan, and reads it back to see what is lost. */
    public static Written write(Plan plan, Format format) {
        return switch (format) {
            case CAVEA -> new Written(PlanDocument.bytes(plan), List.of());
            case PRETIX -> {
                byte[] bytes = PretixWriter.write(plan);
                yield new Written(bytes, losses(plan, () -> json(bytes)));
            }
            case CSV -> csv(plan);
        };
    }

    private static Written csv(Plan plan) {
        byte[] brief = CsvWriter.write(plan, new CsvWriter.Columns(false, false));
        List<Loss> losses = losses(plan, () -> csv(brief));
        boolean flags =
                Stream.of("aisles", "wheelchair", "order").anyMatch(what -> isLost(losses, what));
        boolean quality = isLost(losses, "quality");
        if (!flags && !quality) {
            return new Written(brief, losses);
        }
        byte[] full = CsvWriter.write(plan, new CsvWriter.Columns(flags, quality));
        return new Written(full, losses(plan, () -> csv(full)));
    }

    private static boolean isLost(List<Loss> losses, String what) {
        return losses.stream().anyMatch(loss -> loss.what().equals(what));
    }

    private interface Again {
        Reading read();
    }

    private static List<Loss> losses(Plan plan, Again again) {
        try {
            return PlanDifferences.between(plan, again.read().plan());
        } catch (Problem unreadable) {
            return PlanDifferences.all(plan);
        }
    }

    private static Reading read(
            JsonParser parser, Set<String> members, String path, Findings findings)
            throws IOException {
        Plan plan;
        if (members.contains("generate")) {
            plan = generated(new JsonWalk(parser, findings), path);
        } else if (members.contains("format") || members.contains("sections")) {
            plan = CaveaPlanReader.read(parser, path, findings);
        } else if (members.contains("categories") || members.contains("zones")) {
            plan = PretixDraft.plan(PretixReader.read(parser, path, findings), findings);
        } else {
            findings.add(
                    path.isEmpty() ? "body" : path.replaceFirst("\\.$", ""),
                    "is not a seating plan",
                    "a pretix seating plan, cavea-plan/1, or {\"generate\": {\"kind\": …}}");
            findings.throwIfAny();
            throw new IllegalStateException("findings throw");
        }
        return new Reading(plan, findings.warnings());
    }

    private static Plan generated(JsonWalk walk, String path) throws IOException {
        AtomicReference<JsonNode> wanted = new AtomicReference<>(MissingNode.getInstance());
        walk.object(
                path,
                member -> {
                    if (member.equals("generate")) {
                        wanted.set(walk.tree(path + member));
                    } else {
                        walk.findings().add(path + member, "is unknown", "generate");
                        walk.skip();
                    }
                });
        Fields generate =
                Fields.of(Objects.requireNonNull(wanted.get()), path + "generate", walk.findings());
        walk.findings().throwIfAny();
        return GeneratorReader.read(generate).plan();
    }

    /** Reads to the end, so that what is broken anywhere is told before anything is judged. */
    private static Set<String> members(Source source) throws IOException {
        try (InputStream bytes = source.open();
                JsonParser parser = JsonParts.parser(bytes)) {
            // Who looks for a member that is there twice keeps all names; the second reading does.
            parser.disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            return new Names(parser).read();
        }
    }

    /** The names of a document's members; those of the document itself are what is asked for. */
    private static final class Names {

        /** A plan needs some thirty. Names are the client's, and parsers remember them. */
        private static final int MOST = 10_000;

        private final JsonParser parser;
        private final Set<String> members = new HashSet<>();
        private final Set<String> all = new HashSet<>();
        private int depth;

        Names(JsonParser parser) {
            this.parser = parser;
        }

        Set<String> read() throws IOException {
            JsonToken token = parser.nextToken();
            while (token != null) {
                take(token);
                token = parser.nextToken();
                if (depth == 0 && token != null) {
                    throw new JsonParseException(parser, "The document continues after its end");
                }
            }
            return members;
        }

        private void take(JsonToken token) throws IOException {
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token != JsonToken.FIELD_NAME) {
                return;
            }
            if (depth == 1) {
                members.add(parser.currentName());
            }
            if (all.add(parser.currentName()) && all.size() > MOST) {
                Findings findings = Findings.ofPlan();
                findings.add("body", "has too many different names", "at most 10,000");
                findings.throwIfAny();
            }
        }
    }
}
