package dev.cavea.platform.catalogue.internal.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cavea.platform.kernel.Text;
import dev.cavea.platform.kernel.Unfit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object that somebody sent. Each is asked for by name and bounds; what does
 * not fit becomes a finding, and something harmless is given instead so that reading goes on.
 */
public final class Fields {

    private final JsonNode object;
    private final String path;
    private final Findings findings;

    private Fields(JsonNode object, String path, Findings findings) {
        this.object = object;
        this.path = path;
        this.findings = findings;
    }

    /**
     * @param path of the object itself, empty for the body
     */
    public static Fields of(JsonNode object, String path, Findings findings) {
        if (!object.isObject()) {
            findings.add(path.isEmpty() ? "body" : path, "is not an object", "a JSON object");
        }
        return new Fields(object, path, findings);
    }

    public Findings findings() {
        return findings;
    }

    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    /** Whether it is there and null, which is not the same as left out. */
    public boolean isNull(String name) {
        JsonNode node = object.get(name);
        return node != null && node.isNull();
    }

    public JsonNode node(String name) {
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? MissingNode.getInstance() : node;
    }

    /** Of all members that are there. */
    public Iterable<String> names() {
        return object::fieldNames;
    }

    public String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    public void wrong(String name, String message, String allowed) {
        findings.add(at(name), message, allowed);
    }

    /** Reports unread members: a misspelt rule must not go unnoticed. */
    public Fields only(String... names) {
        Set<String> known = Set.copyOf(Arrays.asList(names));
        object.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!known.contains(name)) {
                                wrong(name, "is unknown", String.join(", ", names));
                            }
                        });
        return this;
    }

    /** A text that must be there. */
    public String text(String name, int maxLength) {
        if (!has(name)) {
            wrong(name, "is missing", textBounds(maxLength));
            return "?";
        }
        String text = textOrNull(name, maxLength);
        return text == null ? "?" : text;
    }

    public @Nullable String textOrNull(String name, int maxLength) {
        return textOrNull(name, maxLength, Text::line);
    }

    /** A text that may have line ends and tabs. */
    public @Nullable String proseOrNull(String name, int maxLength) {
        return textOrNull(name, maxLength, Text::prose);
    }

    private @Nullable String textOrNull(String name, int maxLength, UnaryOperator<String> type) {
        JsonNode node = node(name);
        if (node.isMissingNode()) {
            return null;
        }
        if (node.isTextual() && findings.trusts()) {
            return node.textValue();
        }
        String why = "is not a text";
        if (node.isTextual()) {
            try {
                String text = type.apply(node.textValue());
                int length = Text.length(text);
                if (length >= 1 && length <= maxLength) {
                    return text;
                }
                why = length == 0 ? "is empty" : "has " + length + " characters";
            } catch (Unfit unfit) {
                why = unfit.why();
            }
        }
        wrong(name, why, textBounds(maxLength));
        return null;
    }

    private static String textBounds(int maxLength) {
        return "text of 1 to " + maxLength + " characters";
    }

    public static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl) || Text.unsound(text) != null;
    }

    /** A whole number that must be there. */
    public long whole(String name, long min, long max) {
        if (!has(name)) {
            wrong(name, "is missing", bounds(min, max));
            return min;
        }
        return whole(name, min, max, min);
    }

    public long whole(String name, long min, long max, long otherwise) {
        JsonNode node = node(name);
        if (node.isMissingNode()) {
            return otherwise;
        }
        boolean whole = node.isIntegralNumber() && node.canConvertToLong();
        if (whole && findings.trusts()) {
            return node.longValue();
        }
        if (!whole || node.longValue() < min || node.longValue() > max) {
            wrong(name, shown(node) + " is not allowed", bounds(min, max));
            return min;
        }
        return node.longValue();
    }

    private static String bounds(long min, long max) {
        return String.format(Locale.ROOT, "a whole number from %,d to %,d", min, max);
    }

    /** A number that must be there. */
    public double number(String name, double min, double max) {
        if (!has(name)) {
            wrong(name, "is missing", bounds(min, max));
            return min;
        }
        return number(name, min, max, min);
    }

    public double number(String name, double min, double max, double otherwise) {
        JsonNode node = node(name);
        if (node.isMissingNode()) {
            return otherwise;
        }
        double value = node.isNumber() ? node.doubleValue() : Double.NaN;
        if (findings.trusts() && Double.isFinite(value)) {
            return value;
        }
        if (!(value >= min && value <= max)) {
            wrong(name, shown(node) + " is not allowed", bounds(min, max));
            return min;
        }
        return value;
    }

    private static String bounds(double min, double max) {
        return String.format(Locale.ROOT, "a number from %,.0f to %,.0f", min, max);
    }

    public boolean flag(String name, boolean otherwise) {
        JsonNode node = node(name);
        if (node.isMissingNode()) {
            return otherwise;
        }
        if (!node.isBoolean()) {
            wrong(name, shown(node) + " is not allowed", "true or false");
        }
        return node.asBoolean(otherwise);
    }

    /** One of the words. */
    public String word(String name, String otherwise, String... words) {
        JsonNode node = node(name);
        if (node.isMissingNode()) {
            return otherwise;
        }
        String word = node.isTextual() ? node.textValue() : "";
        if (!Arrays.asList(words).contains(word)) {
            wrong(name, shown(node) + " is not allowed", String.join(", ", words));
            return otherwise;
        }
        return word;
    }

    public Fields object(String name) {
        JsonNode node = node(name);
        if (node.isMissingNode()) {
            wrong(name, "is missing", "a JSON object");
            return new Fields(node, at(name), findings);
        }
        return of(node, at(name), findings);
    }

    /** The elements of an array of objects; none when it is missing. */
    public List<Fields> objects(String name, int max) {
        List<Fields> elements = new ArrayList<>();
        for (JsonNode element : elements(name, max)) {
            elements.add(of(element, at(name) + "[" + elements.size() + "]", findings));
        }
        return elements;
    }

    /** The elements of an array; none when it is missing. */
    public List<JsonNode> elements(String name, int max) {
        JsonNode node = node(name);
        if (node.isMissingNode()) {
            return List.of();
        }
        if (!node.isArray() || node.size() > max) {
            wrong(
                    name,
                    node.isArray() ? "has " + node.size() + " elements" : "is not a list",
                    "a list of at most " + max);
            return List.of();
        }
        List<JsonNode> elements = new ArrayList<>(node.size());
        node.forEach(elements::add);
        return elements;
    }

    private static String shown(JsonNode node) {
        String text = node.isContainerNode() ? "a list or object" : node.toString();
        String shown = Text.cut(text, 40);
        return shown.equals(text) ? text : shown + "…";
    }
}
