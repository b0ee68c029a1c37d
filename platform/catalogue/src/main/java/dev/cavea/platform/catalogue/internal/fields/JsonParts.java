package dev.cavea.platform.catalogue.internal.fields;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.cavea.platform.edge.Json;
import dev.cavea.platform.edge.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The edge's JSON, with its bounds, for documents that are walked part by part. */
public final class JsonParts {

    private static final ObjectMapper MAPPER = Json.mapper();

    /** What follows a part is not its business. */
    private static final ObjectReader PART =
            MAPPER.readerFor(JsonNode.class)
                    .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonParts() {}

    /** Something that reads and may find that it is no JSON. */
    @FunctionalInterface
    public interface Reading<T> {
        T read() throws IOException;
    }

    /** Throws a problem, 400 {@code malformed-json}, for what is no JSON. */
    public static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (JsonProcessingException e) {
            throw Problems.from(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole document. */
    public static JsonNode tree(byte[] body) {
        return Json.tree(body);
    }

    /** Whether a document has more values and names than this, told without building anything. */
    public static boolean isLarger(byte[] body, int most) {
        return reading(
                () -> {
                    try (JsonParser parser = MAPPER.createParser(body)) {
                        parser.disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
                        int left = most;
                        while (left >= 0 && parser.nextToken() != null) {
                            left--;
                        }
                        return left < 0;
                    }
                });
    }

    /** The value that the parser stands on. */
    public static JsonNode tree(JsonParser parser) throws IOException {
        return PART.readValue(parser);
    }

    public static JsonParser parser(byte[] body) {
        return reading(() -> MAPPER.createParser(body));
    }

    public static JsonParser parser(InputStream document) {
        return reading(() -> MAPPER.createParser(document));
    }

    public static JsonParser parser(JsonNode tree) {
        return MAPPER.treeAsTokens(tree);
    }
}
