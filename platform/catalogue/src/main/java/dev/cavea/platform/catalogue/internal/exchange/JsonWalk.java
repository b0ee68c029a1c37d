package dev.cavea.platform.catalogue.internal.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cavea.platform.catalogue.internal.fields.Fields;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import dev.cavea.platform.catalogue.internal.fields.JsonParts;
import java.io.IOException;

/**
 * Walks a large document without holding it as a tree: objects and arrays are walked, only their
 * small parts become trees.
 */
record JsonWalk(JsonParser parser, Findings findings) {

    @FunctionalInterface
    interface Member {
        /** The parser stands on the member's value, which must be read whole. */
        void read(String name) throws IOException;
    }

    @FunctionalInterface
    interface Element {
        void read(String path) throws IOException;
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

    void array(String path, Element element) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            findings.add(path, "is not a list", "a JSON array");
            parser.skipChildren();
            return;
        }
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            element.read(path + "[" + i + "]");
        }
    }

    JsonNode tree() throws IOException {
        return JsonParts.tree(parser);
    }

    Fields fields(String path) throws IOException {
        return Fields.of(tree(), path, findings);
    }

    /** The value as the only member of an object, so that one check serves all. */
    Fields alone(String path, String member) throws IOException {
        var holder = JsonNodeFactory.instance.objectNode();
        holder.set(member, tree());
        return Fields.of(holder, path, findings);
    }

    void skip() throws IOException {
        parser.skipChildren();
    }
}
