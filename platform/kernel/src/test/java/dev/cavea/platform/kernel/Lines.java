package dev.cavea.platform.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Texts that were tried on the house, one JSON string a line. */
final class Lines {

    private static final Pattern UNIT = Pattern.compile("\\\\u([0-9a-f]{4})");

    private Lines() {}

    static List<String> of(String resource) {
        try (InputStream file = Lines.class.getResourceAsStream(resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Lines::unquoted)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unquoted(String json) {
        String inside = json.substring(1, json.length() - 1);
        // Units last: one of them may be a quotation mark or a line end.
        String plain = inside.replace("\\\"", "\"").replace("\\r", "\r").replace("\\n", "\n");
        return UNIT.matcher(plain)
                .replaceAll(
                        unit ->
                                String.valueOf((char) Integer.parseInt(unit.group(1), 16))
                                        .replace("\\", "\\\\")
                                        .replace("$", "\\$"));
    }
}
