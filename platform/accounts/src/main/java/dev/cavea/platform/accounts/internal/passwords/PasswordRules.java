package dev.cavea.platform.accounts.internal.passwords;

import dev.cavea.platform.edge.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which passwords are refused: following NIST SP 800-63B, length and guessability count, a mix of
 * character types does not.
 */
public final class PasswordRules {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;
    private static final String ALLOWED =
            SHORTEST
                    + " to "
                    + LONGEST
                    + " characters, more than three different ones, neither your e-mail address nor"
                    + " one of the most common passwords";

    /** Eight characters and more; shorter ones are refused anyway. */
    private static final Set<String> TRIED_FIRST =
            Set.of(
                    "password",
                    "password1",
                    "password12",
                    "password123",
                    "password1234",
                    "passw0rd",
                    "p@ssw0rd",
                    "p@ssword",
                    "12345678",
                    "123456789",
                    "1234567890",
                    "0123456789",
                    "0987654321",
                    "87654321",
                    "987654321",
                    "qwertyui",
                    "qwertyuiop",
                    "qwerty123",
                    "qwerty1234",
                    "1q2w3e4r",
                    "1q2w3e4r5t",
                    "1qaz2wsx",
                    "zaq12wsx",
                    "asdfghjkl",
                    "iloveyou",
                    "iloveyou1",
                    "sunshine",
                    "princess",
                    "football",
                    "football1",
                    "baseball",
                    "baseball1",
                    "superman",
                    "trustno1",
                    "letmein1",
                    "letmein123",
                    "welcome1",
                    "welcome123",
                    "admin123",
                    "administrator",
                    "changeme",
                    "changeme1",
                    "changeit",
                    "starwars",
                    "whatever",
                    "computer",
                    "abcd1234",
                    "abc12345",
                    "abcdefgh",
                    "michelle",
                    "jennifer",
                    "liverpool",
                    "chelsea1");

    private PasswordRules() {}

    /**
     * @throws Problem 422 {@code weak-password}
     */
    public static String checked(@Nullable String password, String email) {
        String problem = password == null ? "is missing" : problem(password, email);
        if (password == null || problem != null) {
            throw new Problem(
                            422,
                            "weak-password",
                            "The password is too weak",
                            "The password " + problem + ".")
                    .with("field", "password")
                    .with("allowed", ALLOWED)
                    .with(
                            "errors",
                            List.of(
                                    new dev.cavea.platform.edge.Problems.FieldError(
                                            "password", String.valueOf(problem), ALLOWED)));
        }
        return password;
    }

    private static @Nullable String problem(String password, String email) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return "has only " + length + " characters";
        }
        if (length > LONGEST) {
            return "has " + length + " characters";
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (TRIED_FIRST.contains(lower)) {
            return "is one of the most common passwords";
        }
        if (lower.chars().distinct().count() <= 3) {
            return "repeats the same few characters";
        }
        return lower.equals(email) ? "is your e-mail address" : null;
    }
}
