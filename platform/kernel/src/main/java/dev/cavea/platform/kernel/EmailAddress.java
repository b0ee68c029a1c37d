package dev.cavea.platform.kernel;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address that a mail server accepts: exactly one recipient, in ASCII, within the lengths of RFC
 * 5321. An international domain is held in its ASCII form ({@code bücher.example} is {@code
 * xn--bcher-kva.example}). Quoted local parts, comments and address literals are refused. Only
 * sending mail can tell whether it arrives.
 *
 * @param local as given: its case is the receiving server's business
 * @param domain in lower case
 */
public record EmailAddress(String local, String domain) {

    /** What is allowed, in words. */
    public static final String ALLOWED =
            "one address such as ada@example.org, of at most 254 characters";

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_GIVEN = 1_000;
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /** Letters that the two standards for international domains map to different servers. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[ßẞς]");

    public EmailAddress {
        checkLocal(local);
        checkDomain(domain);
        if (local.length() + 1 + domain.length() > LONGEST) {
            throw new Unfit("has more than " + LONGEST + " characters");
        }
    }

    /**
     * Parses a text that somebody typed; surrounding white space is ignored.
     *
     * @throws Unfit for anything but exactly one address
     */
    public static EmailAddress parse(String given) {
        String text = Text.line(given);
        int at = text.indexOf('@');
        if (at < 0 || at != text.lastIndexOf('@')) {
            throw new Unfit("is not an e-mail address: it needs exactly one @");
        }
        if (text.length() > LONGEST_GIVEN) {
            throw new Unfit("has more than " + LONGEST + " characters");
        }
        return new EmailAddress(text.substring(0, at), ascii(text.substring(at + 1)));
    }

    /** The address as written in a letter's header. */
    public String text() {
        return local + '@' + domain;
    }

    /** One form per mailbox, by which an account is found. */
    public String mailbox() {
        return text().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text();
    }

    private static void checkLocal(String local) {
        if (local.isEmpty()) {
            throw new Unfit("has nothing before the @");
        }
        if (local.chars().anyMatch(c -> c > '~')) {
            throw new Unfit("has a letter other than A to Z before the @, which mail cannot carry");
        }
        if (!LOCAL.matcher(local).matches()) {
            throw new Unfit("has a character before the @ that cannot be in an address");
        }
        if (local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
            throw new Unfit("has a stray dot before the @");
        }
        if (local.length() > LONGEST_LOCAL) {
            throw new Unfit("has more than " + LONGEST_LOCAL + " characters before the @");
        }
    }

    private static void checkDomain(String domain) {
        String[] labels = domain.split("\\.", -1);
        for (String label : labels) {
            if (label.isEmpty()) {
                throw new Unfit(
                        labels.length == 1
                                ? "has nothing after the @"
                                : "has a stray dot after the @");
            }
            if (label.length() > LONGEST_LABEL) {
                throw new Unfit("has a part of more than " + LONGEST_LABEL + " characters");
            }
            if (!LABEL.matcher(label).matches()) {
                throw new Unfit("has no domain such as example.org after the @");
            }
        }
        if (NUMBER.matcher(labels[labels.length - 1]).matches()) {
            throw new Unfit("has no domain such as example.org after the @");
        }
    }

    private static String ascii(String domain) {
        boolean plain = true;
        for (int i = 0; i < domain.length(); ) {
            int c = domain.codePointAt(i);
            if (Character.getType(c) == Character.FORMAT || Text.isBlank(c)) {
                throw new Unfit("has an invisible character after the @");
            }
            plain &= c <= '~';
            i += Character.charCount(c);
        }
        if (plain) {
            return domain.toLowerCase(Locale.ROOT);
        }
        if (AMBIGUOUS.matcher(domain).find()) {
            throw new Unfit("has a domain with ß or ς; write its ASCII form, xn--…");
        }
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new Unfit("has no domain such as example.org after the @");
        }
    }
}
