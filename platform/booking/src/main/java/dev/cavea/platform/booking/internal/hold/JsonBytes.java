package dev.cavea.platform.booking.internal.hold;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON into bytes, for a document small enough to be written in one go. */
final class JsonBytes {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[320];
    private int length;

    /** ASCII, unchanged. */
    @SuppressWarnings("deprecation") // The one call that copies ASCII without an encoder.
    JsonBytes raw(String ascii) {
        room(ascii.length());
        ascii.getBytes(0, ascii.length(), bytes, length);
        length += ascii.length();
        return this;
    }

    JsonBytes number(long value) {
        return raw(Long.toString(value));
    }

    /** A text in quotes, escaped where JSON wants it. */
    JsonBytes text(String text) {
        room(text.length() * 6 + 2);
        bytes[length++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return rest(text, i);
            }
            escaped(c);
        }
        bytes[length++] = '"';
        return this;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void escaped(char c) {
        if (c == '"' || c == '\\') {
            bytes[length++] = '\\';
            bytes[length++] = (byte) c;
        } else if (c < 0x20) {
            bytes[length++] = '\\';
            bytes[length++] = 'u';
            bytes[length++] = '0';
            bytes[length++] = '0';
            bytes[length++] = HEX[c >> 4];
            bytes[length++] = HEX[c & 15];
        } else {
            bytes[length++] = (byte) c;
        }
    }

    /** From the first character on that is not ASCII; there is room for all of it. */
    private JsonBytes rest(String text, int from) {
        for (byte b : text.substring(from).getBytes(StandardCharsets.UTF_8)) {
            if (b >= 0) {
                escaped((char) b);
            } else {
                bytes[length++] = b;
            }
        }
        bytes[length++] = '"';
        return this;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
