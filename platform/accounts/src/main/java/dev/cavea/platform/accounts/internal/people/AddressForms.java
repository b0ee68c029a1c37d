package dev.cavea.platform.accounts.internal.people;

import dev.cavea.platform.kernel.EmailAddress;
import dev.cavea.platform.kernel.Text;
import dev.cavea.platform.kernel.Unfit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How an address may be written in the table: as its mailbox, or as the first version wrote it,
 * which took any text with an @ and knew no international domains.
 */
final class AddressForms {

    private static final int LONGEST = 254;
    private static final Pattern WAS_TAKEN =
            Pattern.compile("[^@\\s\"<>(),;:\\\\\\[\\]]+@[^@\\s\"<>(),;:\\\\\\[\\]]+");

    private AddressForms() {}

    /** Today's form first; none for what no version took. */
    static List<String> of(String given) {
        String before = before(given);
        try {
            String mailbox = EmailAddress.parse(given).mailbox();
            return before.isEmpty() || before.equals(mailbox)
                    ? List.of(mailbox)
                    : List.of(mailbox, before);
        } catch (Unfit unfit) {
            return before.isEmpty() ? List.of() : List.of(before);
        }
    }

    private static String before(String given) {
        try {
            String line = Text.line(given).toLowerCase(Locale.ROOT);
            return WAS_TAKEN.matcher(line).matches() && line.length() <= LONGEST ? line : "";
        } catch (Unfit unfit) {
            return "";
        }
    }
}
