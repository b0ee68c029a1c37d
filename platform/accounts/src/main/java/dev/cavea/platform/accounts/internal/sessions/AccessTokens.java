package dev.cavea.platform.accounts.internal.sessions;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.kernel.Ids;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * JSON Web Tokens (RFC 7519) signed with HS256: claims {@code iss, sub, role, sid, jti, iat, exp}.
 */
public final class AccessTokens {

    public static final Duration LIFE = Duration.ofHours(1);

    private static final String ISSUER = "cavea";
    private static final int LONGEST = 2_048;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
    private static final JsonFactory JSON = new JsonFactory();

    private final Signature signature;
    private final Ids ids;
    private final Clock clock;

    public AccessTokens(Signature signature, Ids ids, Clock clock) {
        this.signature = signature;
        this.ids = ids;
        this.clock = clock;
    }

    public String issue(long account, Role role, long session) {
        long now = clock.millis() / 1_000;
        // Ids and roles have no character that JSON would escape.
        String claims =
                """
                {"iss":"%s","sub":"%s","role":"%s","sid":"%s","jti":"%s","iat":%d,"exp":%d}\
                """
                        .formatted(
                                ISSUER,
                                Ids.text(account),
                                role.name().toLowerCase(Locale.ROOT),
                                Ids.text(session),
                                Ids.text(ids.next()),
                                now,
                                now + LIFE.toSeconds());
        String signed = HEADER + "." + encode(claims);
        return signed + "." + ENCODER.encodeToString(signature.sign(ascii(signed)));
    }

    /**
     * @throws dev.cavea.platform.edge.Problem 401
     */
    public AccessToken verify(String token) {
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (token.length() > LONGEST || second < 0 || token.indexOf('.', second + 1) >= 0) {
            throw Unauthorized.MALFORMED.problem();
        }
        // Our own header is compared, not parsed; another must at least name our algorithm.
        String header = token.substring(0, first);
        if (!header.equals(HEADER) && !"HS256".equals(claims(header).algorithm)) {
            throw Unauthorized.ALGORITHM.problem();
        }
        if (!signature.matches(ascii(token.substring(0, second)), decode(token, second + 1))) {
            throw Unauthorized.SIGNATURE.problem();
        }
        return checked(claims(token.substring(first + 1, second)));
    }

    private AccessToken checked(Claims claims) {
        if (!ISSUER.equals(claims.issuer)) {
            throw Unauthorized.ISSUER.problem();
        }
        long expiresAtMillis = claims.expires * 1_000;
        if (expiresAtMillis <= clock.millis()) {
            throw Unauthorized.EXPIRED.problem();
        }
        return new AccessToken(
                new Caller(id(claims.subject), role(claims.role), expiresAtMillis),
                id(claims.session));
    }

    private static long id(@Nullable String text) {
        OptionalLong id = text == null ? OptionalLong.empty() : Ids.parse(text);
        return id.orElseThrow(Unauthorized.MALFORMED::problem);
    }

    private static Role role(@Nullable String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(Unauthorized.MALFORMED::problem);
    }

    private static Claims claims(String part) {
        Claims claims = new Claims();
        try (JsonParser json = JSON.createParser(decode(part, 0))) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw Unauthorized.MALFORMED.problem();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                claims.set(name, json);
                json.skipChildren();
            }
            return claims;
        } catch (IOException e) {
            throw Unauthorized.MALFORMED.problem();
        }
    }

    private static byte[] decode(String token, int from) {
        try {
            return Base64.getUrlDecoder().decode(token.substring(from));
        } catch (IllegalArgumentException e) {
            throw Unauthorized.MALFORMED.problem();
        }
    }

    private static String encode(String json) {
        return ENCODER.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Of a header or a payload, whichever it is. */
    private static final class Claims {

        private @Nullable String algorithm;
        private @Nullable String issuer;
        private @Nullable String subject;
        private @Nullable String role;
        private @Nullable String session;
        private long expires;

        void set(String name, JsonParser value) throws IOException {
            switch (name) {
                case "alg" -> algorithm = value.getText();
                case "iss" -> issuer = value.getText();
                case "sub" -> subject = value.getText();
                case "role" -> role = value.getText();
                case "sid" -> session = value.getText();
                case "exp" -> expires = value.getValueAsLong();
                default -> {
                    // A claim that is none of ours decides nothing.
                }
            }
        }
    }
}
