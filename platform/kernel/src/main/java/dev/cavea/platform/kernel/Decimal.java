package dev.cavea.platform.kernel;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Numbers as people and spreadsheets write them: {@code 48.21}, {@code -3}, {@code 1.5E3}. Anything
 * that only a programming language takes for a number (0x1p4, 12d, NaN, other scripts' digits) is
 * refused.
 */
public final class Decimal {

    /** What is allowed, in words. */
    public static final String ALLOWED = "a decimal number such as 48.21";

    private static final int LONGEST = 45;
    private static final Pattern NUMBER =
            Pattern.compile(
                    "[+-]?(?:[0-9]{1,20}(?:\\.[0-9]{0,20})?|\\.[0-9]{1,20})"
                            + "(?:[eE][+-]?[0-9]{1,2})?");

    private Decimal() {}

    /**
     * The number; surrounding white space is ignored.
     *
     * @throws Unfit for anything but a finite decimal number of reasonable length
     */
    public static BigDecimal parse(String given) {
        String text = given.strip();
        if (text.length() > LONGEST || !NUMBER.matcher(text).matches()) {
            throw new Unfit("is not a decimal number");
        }
        return new BigDecimal(text);
    }
}
