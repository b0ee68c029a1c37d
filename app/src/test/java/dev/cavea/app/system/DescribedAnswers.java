package dev.cavea.app.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds answers against the schemas that the published document has for them. Members that a schema
 * does not name are refused, so that nothing is sent undescribed.
 */
final class DescribedAnswers {

    private final JsonNode document;
    private final List<String> wrong = new ArrayList<>();

    DescribedAnswers(JsonNode document) {
        this.document = strict(document.deepCopy());
    }

    /** An object whose members are listed has no others. */
    private static JsonNode strict(JsonNode node) {
        if (node instanceof ObjectNode schema
                && schema.path("properties").isObject()
                && schema.path("type").toString().contains("object")
                && !schema.has("additionalProperties")) {
            schema.put("additionalProperties", false);
        }
        node.forEach(DescribedAnswers::strict);
        return node;
    }

    /**
     * @param path as the document has it
     */
    Api.Reply check(String verb, String path, int status, Api.Reply reply) throws Exception {
        String type = reply.response().headers().firstValue("Content-Type").orElse("");
        String call = verb + " " + path + " (" + reply.status() + ", " + type + ")";
        if (reply.status() != status) {
            wrong.add(call + " is not " + status + ": " + reply.body());
            return reply;
        }
        JsonNode schema =
                document.path("paths")
                        .path(path)
                        .path(verb)
                        .path("responses")
                        .path(Integer.toString(status))
                        .path("content")
                        .path(type.replaceAll(";.*", ""))
                        .path("schema");
        if (schema.isObject()) {
            ObjectNode whole = schema.deepCopy();
            whole.set("components", document.path("components"));
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(whole)
                    .validate(reply.json())
                    .forEach(error -> wrong.add(call + ": " + error));
        } else {
            wrong.add(call + " has no schema");
        }
        return reply;
    }

    /** What does not agree, a line each. */
    List<String> wrong() {
        return wrong;
    }
}
