package dev.cavea.platform.kernel;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Numbers as people and spreadsheets write them: {@code 48.21}, {@code -3}, {@code 1.5E3}. What
 * only a programming language takes for a number (0x1p4, 12d, NaN, other scripts' digits) is none.
 */
public final class Decimal {

    /** In words, for those whose number was refused. */
    public static final String ALLOWED = "a decimal number such as 48.21";

    private static final int LONGEST = 45;
    private static final Pattern NUMBER =
            Pattern.compile(
                    "[+-]?(?:[0-9]{1,20}(?:\\.[0-9]{0,20})?|\\.[0-9]{1,20})"
                            + "(?:[eE][+-]?[0-9]{1,2})?");

    private Decimal() {}

    /**
     * The number; white space around it is passed over.
     *
     * @throws Unfit for what is not a finite decimal number of reasonable length
     */
    public static BigDecimal parse(String given) {
        String text = given.strip();
        if (text.length() > LONGEST || !NUMBER.matcher(text).matches()) {
            throw new Unfit("is not a decimal number");
        }
        return new BigDecimal(text);
    }
}
