package dev.cavea.platform.catalogue.internal.exchange;

import dev.cavea.platform.catalogue.internal.fields.Findings;
import dev.cavea.platform.kernel.Text;
import dev.cavea.platform.kernel.Unfit;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The texts of a plan, in whatever form it comes: one line each, as the kernel has lines. */
final class Words {

    private static final Pattern BREAKING = Pattern.compile("[\\t\\r\\n]+");
    private static final Pattern TURNING = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");

    private Words() {}

    /**
     * The text as it is kept; what cannot be kept becomes a finding, and "?" goes on in its place.
     */
    static String line(String given, int max, Supplier<String> at, Findings findings) {
        if (findings.trusts()) {
            return given;
        }
        try {
            String text = Text.line(given);
            if (!text.isEmpty() && Text.length(text) <= max) {
                return text;
            }
            findings.add(at.get(), text.isEmpty() ? "is empty" : "is too long", allowed(max));
        } catch (Unfit e) {
            findings.add(at.get(), e.why(), allowed(max));
        }
        return "?";
    }

    static String allowed(int max) {
        return "text of 1 to " + max + " characters";
    }

    /**
     * What is only drawn, or may be shortened: line ends and tabs become spaces, marks that turn
     * the order of reading go, and it is cut between characters. "" for nothing that can be seen.
     */
    static String loose(String given, int max, Supplier<String> at, Findings findings) {
        if (findings.trusts()) {
            return given;
        }
        try {
            String line = TURNING.matcher(given.strip()).replaceAll("");
            return Text.cut(Text.line(BREAKING.matcher(line).replaceAll(" ")), max).strip();
        } catch (Unfit e) {
            findings.add(at.get(), e.why(), "text");
            return "";
        }
    }
}
