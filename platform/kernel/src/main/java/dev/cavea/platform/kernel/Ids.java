package dev.cavea.platform.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Ids of 64 bits: 43 bits of milliseconds since 1970 and 20 random ones, positive, so that they
 * sort by age and two gateways need not coordinate. Outside they are text: 13 characters of
 * Crockford's base 32 in lower case.
 */
public final class Ids {

    private static final int RANDOM_BITS = 20;
    private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final byte[] VALUES = values();
    private static final int LENGTH = 13;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private long last;

    public Ids(Clock clock) {
        this.clock = clock;
    }

    /** A new id, greater than all this object gave before. */
    public synchronized long next() {
        long drawn = clock.millis() << RANDOM_BITS | random.nextInt(1 << RANDOM_BITS);
        last = Math.max(drawn, last + 1);
        return last;
    }

    public static String text(long id) {
        char[] text = new char[LENGTH];
        long rest = id;
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = DIGITS[(int) (rest & 31)];
            rest >>>= 5;
        }
        return new String(text);
    }

    /** Empty for anything that {@link #text} never gives. */
    public static OptionalLong parse(String text) {
        if (text.length() != LENGTH || digit(text.charAt(0)) > 7) {
            return OptionalLong.empty();
        }
        long id = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = digit(text.charAt(i));
            if (digit < 0) {
                return OptionalLong.empty();
            }
            id = id << 5 | digit;
        }
        return OptionalLong.of(id);
    }

    private static int digit(char c) {
        return c < VALUES.length ? VALUES[c] : -1;
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        for (byte value = 0; value < DIGITS.length; value++) {
            values[DIGITS[value]] = value;
        }
        return values;
    }
}
