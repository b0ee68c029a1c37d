package dev.cavea.platform.tickets;

/** Crockford's base 32 in upper case, without check symbol. */
final class Base32 {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final byte[] NOTHING = {};

    private Base32() {}

    static String text(byte[] bytes) {
        StringBuilder text = new StringBuilder((bytes.length * 8 + 4) / 5);
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = buffer << 8 | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(DIGITS.charAt(buffer >> bits & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(DIGITS.charAt(buffer << (5 - bits) & 31));
        }
        return text.toString();
    }

    /** Empty for a text that {@link #text} never makes of so many bytes. */
    static byte[] bytes(String text, int length) {
        if (text.length() != (length * 8 + 4) / 5) {
            return NOTHING;
        }
        byte[] bytes = new byte[length];
        int at = 0;
        int buffer = 0;
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) {
                return NOTHING;
            }
            buffer = buffer << 5 | digit;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }
        return buffer == 0 ? bytes : NOTHING;
    }
}
