package dev.cavea.platform.edge;

import dev.cavea.platform.kernel.Text;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the sort keys of its last row. Opaque outside; a checksum tells a cursor from
 * a typing error. It is neither a secret nor a permission, so it is not signed.
 */
public record Cursor(String list, List<String> keys) {

    private static final String SEPARATOR = "\u001f";

    public static Cursor of(String list, Object... keys) {
        return new Cursor(list, java.util.Arrays.stream(keys).map(Object::toString).toList());
    }

    public String text() {
        byte[] words =
                (list + SEPARATOR + String.join(SEPARATOR, keys)).getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + words.length);
        bytes.putInt(checksum(words)).put(words);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Null for a text that this list never issued. */
    static @Nullable Cursor parse(String list, String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
        if (bytes.length < Integer.BYTES) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int checksum = buffer.getInt();
        byte[] words = new byte[buffer.remaining()];
        buffer.get(words);
        if (checksum != checksum(words)) {
            return null;
        }
        String given = new String(words, StandardCharsets.UTF_8);
        if (Text.unsound(given) != null) {
            return null;
        }
        List<String> parts = List.of(given.split(SEPARATOR, -1));
        return parts.getFirst().equals(list)
                ? new Cursor(list, parts.subList(1, parts.size()))
                : null;
    }

    private static int checksum(byte[] words) {
        CRC32C checksum = new CRC32C();
        checksum.update(words);
        return (int) checksum.getValue();
    }
}
