package dev.cavea.platform.catalogue.internal.fields;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cavea.platform.edge.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Bytes to JSON; what is not JSON becomes a problem document that says where. */
public final class Json {

    public static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /** For the parts of a document that is walked: what follows a part is not its business. */
    public static final JsonMapper PARTS = JsonMapper.builder().build();

    private Json() {}

    /** Something that reads and may find that it is no JSON. */
    @FunctionalInterface
    public interface Reading<T> {
        T read() throws IOException;
    }

    public static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode tree(byte[] body) {
        return reading(() -> MAPPER.readTree(body));
    }

    public static JsonParser parser(byte[] body) {
        return reading(() -> PARTS.createParser(body));
    }

    private static Problem malformed(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        Problem problem =
                new Problem(
                        400,
                        "malformed-json",
                        "The body is not JSON",
                        e.getOriginalMessage().lines().findFirst().orElse("It cannot be read."));
        if (at != null) {
            problem.with("line", at.getLineNr()).with("column", at.getColumnNr());
        }
        return problem;
    }
}
