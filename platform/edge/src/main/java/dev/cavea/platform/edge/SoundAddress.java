package dev.cavea.platform.edge;

import dev.cavea.platform.kernel.Text;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a URL whose percent-encoding is broken or hides what our texts never contain, before
 * anything looks at its parts: {@code %FF} is not UTF-8, and nothing is ever called U+0000.
 */
public final class SoundAddress implements Handler<RoutingContext> {

    @Override
    public void handle(RoutingContext request) {
        Problem problem = problem(request.request().uri());
        if (problem == null) {
            request.next();
        } else {
            ProblemResponse.write(request.response(), problem);
        }
    }

    static @Nullable Problem problem(String uri) {
        if (uri.indexOf('%') < 0) {
            return null;
        }
        try {
            int mark = uri.indexOf('?');
            String path = mark < 0 ? uri : uri.substring(0, mark);
            if (Text.unsound(decoded(path)) != null) {
                return Problems.noSuchPath(path);
            }
            return mark < 0 ? null : inQuery(uri.substring(mark + 1));
        } catch (CharacterCodingException | NumberFormatException e) {
            return new Problem(
                    400,
                    "malformed-url",
                    "The URL is malformed",
                    "Its percent-encoding is not valid UTF-8.");
        }
    }

    private static @Nullable Problem inQuery(String query) throws CharacterCodingException {
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = decoded(equals < 0 ? parameter : parameter.substring(0, equals));
            String why = Text.unsound(decoded(parameter.substring(equals + 1)));
            if (Text.unsound(name) != null) {
                return Problems.invalidField(
                        "query", "has a malformed name", "names without U+0000");
            }
            if (why != null) {
                return Problems.invalidField(name, why, "valid Unicode without U+0000");
            }
        }
        return null;
    }

    private static String decoded(String part) throws CharacterCodingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(part.length());
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '%') {
                if (i + 2 >= part.length()) {
                    throw new NumberFormatException("cut off");
                }
                bytes.write(digit(part.charAt(i + 1)) << 4 | digit(part.charAt(i + 2)));
                i += 2;
            } else {
                // Unencoded parts are not our business here.
                bytes.write(c < 0x80 ? c : '?');
            }
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes.toByteArray()))
                .toString();
    }

    private static int digit(char c) {
        int digit = c < 0x80 ? Character.digit(c, 16) : -1;
        if (digit < 0) {
            throw new NumberFormatException("not a hexadecimal digit");
        }
        return digit;
    }
}
