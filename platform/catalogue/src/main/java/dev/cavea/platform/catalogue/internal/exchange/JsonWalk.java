package dev.cavea.platform.catalogue.internal.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cavea.platform.catalogue.internal.fields.Fields;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import dev.cavea.platform.catalogue.internal.fields.JsonParts;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Walks a large document without holding it as a tree: objects and arrays are walked, only their
 * small parts become trees, and a part that is not small is refused before it takes memory.
 */
record JsonWalk(JsonParser parser, Findings findings) {

    /** The largest part that a plan needs as a tree is a polygon of 2,000 points. */
    private static final int LARGEST_PART = 20_000;

    @FunctionalInterface
    interface Member {
        /** The parser stands on the member's value, which must be read whole. */
        void read(String name) throws IOException;
    }

    @FunctionalInterface
    interface Element {
        void read(String path) throws IOException;
    }

    @FunctionalInterface
    interface Entry {
        void read(int index) throws IOException;
    }

    /** Ends reading where a part has too many tokens. */
    private static final class Bounded extends JsonParserDelegate {

        private int left = LARGEST_PART;

        Bounded(JsonParser parser) {
            super(parser);
        }

        @Override
        public @Nullable JsonToken nextToken() throws IOException {
            if (--left < 0) {
                throw new TooLarge();
            }
            return super.nextToken();
        }
    }

    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** The parser stands on what should be an object's start. */
    void object(String path, Member member) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            findings.add(path.isEmpty() ? "body" : path, "is not an object", "a JSON object");
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            member.read(name);
        }
    }

    /** Throws 422 for a list of more than this many, before it is read. */
    void array(String path, int most, Element element) throws IOException {
        entries(path, most, index -> element.read(path + "[" + index + "]"));
    }

    /** As {@link #array}, for so many entries that no path is made before one is needed. */
    void entries(String path, int most, Entry entry) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            findings.add(path, "is not a list", "a JSON array");
            parser.skipChildren();
            return;
        }
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            if (i == most) {
                tooMany(path, most);
            }
            entry.read(i);
        }
    }

    /** Ends the reading: what follows would only take memory. */
    void tooMany(String path, int most) {
        findings.add(path, "is too long", String.format(Locale.ROOT, "at most %,d", most));
        findings.throwIfAny();
    }

    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /** The value as a tree. Throws 422 where it is larger than such a part can be. */
    JsonNode tree(String path) throws IOException {
        try {
            return JsonParts.tree(new Bounded(parser));
        } catch (TooLarge e) {
            findings.add(path, "is too large", "at most 20,000 values and names in one part");
            findings.throwIfAny();
            throw new IllegalStateException("findings throw", e);
        }
    }

    Fields fields(String path) throws IOException {
        return Fields.of(tree(path), path, findings);
    }

    /** The value as the only member of an object, so that one check serves all. */
    Fields alone(String path, String member) throws IOException {
        var holder = JsonNodeFactory.instance.objectNode();
        holder.set(member, tree(path.isEmpty() ? member : path + '.' + member));
        return Fields.of(holder, path, findings);
    }

    void skip() throws IOException {
        parser.skipChildren();
    }
}
