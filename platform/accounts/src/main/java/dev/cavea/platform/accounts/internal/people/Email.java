package dev.cavea.platform.accounts.internal.people;

import dev.cavea.platform.edge.Check;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** E-mail addresses: one form for one mailbox. Whether mail arrives, only mail can tell. */
public final class Email {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;

    private Email() {}

    /** Trimmed, composed, lower case. */
    public static String normal(String given) {
        return Normalizer.normalize(given.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Notes what is wrong with it and gives its normal form. */
    static String checked(Check check, String field, @Nullable String given) {
        String email = given == null ? "" : normal(given);
        check.that(
                field,
                isAddress(email),
                given == null ? "is missing" : "is not an e-mail address",
                "an address such as ada@example.org, of at most " + LONGEST + " characters");
        return email;
    }

    private static boolean isAddress(String email) {
        int at = email.indexOf('@');
        return at > 0
                && at <= LONGEST_LOCAL
                && at == email.lastIndexOf('@')
                && email.length() <= LONGEST
                && email.codePoints().noneMatch(Email::neverInAnAddress)
                && isDomain(email.substring(at + 1));
    }

    private static boolean neverInAnAddress(int c) {
        return Character.isWhitespace(c)
                || Character.isISOControl(c)
                || "\"<>(),;:\\[]".indexOf(c) >= 0;
    }

    private static boolean isDomain(String domain) {
        return !domain.isEmpty()
                && !domain.startsWith(".")
                && !domain.endsWith(".")
                && !domain.startsWith("-")
                && !domain.contains("..");
    }
}
