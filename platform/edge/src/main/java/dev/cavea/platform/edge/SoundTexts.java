package dev.cavea.platform.edge;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.cavea.platform.kernel.Text;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps out texts that cannot be stored, whatever the field: half a surrogate pair, which would
 * turn into another text on its way, or U+0000, which PostgreSQL refuses.
 */
final class SoundTexts {

    private static final String ALLOWED = "valid Unicode without U+0000";

    private SoundTexts() {}

    /** For everything that is read into records. */
    static SimpleModule module() {
        return new SimpleModule("sound-texts").addDeserializer(String.class, new Reader());
    }

    /**
     * @throws Problem 422 {@code invalid-field} for the first such text of a tree, with its path
     */
    static void check(JsonNode node, String path) {
        if (node.isTextual()) {
            refuse(Text.unsound(node.textValue()), path);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), path + "[" + i + "]");
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                String name = member.getKey();
                refuse(Text.unsound(name), path.isEmpty() ? "body" : path);
                check(member.getValue(), path.isEmpty() ? name : path + "." + name);
            }
        }
    }

    private static void refuse(@Nullable String why, String path) {
        if (why != null) {
            throw Problems.invalidField(path.isEmpty() ? "body" : path, why, ALLOWED);
        }
    }

    private static final class Reader extends StringDeserializer {

        private static final long serialVersionUID = 1L;

        @Override
        public String deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            String text = super.deserialize(json, context);
            String why = text == null ? null : Text.unsound(text);
            if (why != null) {
                throw new Unsound(json, why);
            }
            return text;
        }
    }

    /** Gets its path from Jackson on its way up. */
    static final class Unsound extends MismatchedInputException {

        private static final long serialVersionUID = 1L;

        Unsound(JsonParser json, String why) {
            super(json, why, String.class);
        }

        String why() {
            return getOriginalMessage();
        }

        static String allowed() {
            return ALLOWED;
        }
    }
}
