package dev.cavea.platform.edge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** An answer as it was sent, kept so that a repeated request gets the same one. */
@SuppressWarnings("ArrayRecordComponent") // bytes to be sent; answers are never compared
public record Answer(int status, Map<String, String> headers, byte[] body) {

    /** A header that says this answer was given before. */
    public static final String REPLAYED = "Idempotency-Replayed";

    /** From this status up, nothing was done. */
    static final int REFUSALS = 400;

    private static final Set<Integer> PASSING = Set.of(401, 408, 425, 429);

    /** False if another try may well get a different answer by itself: then it is not kept. */
    public static boolean isFinal(int status) {
        return status >= 200 && status < 500 && !PASSING.contains(status);
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + 128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeShort(status);
            out.writeShort(headers.size());
            for (Map.Entry<String, String> header : headers.entrySet()) {
                out.writeUTF(header.getKey());
                out.writeUTF(header.getValue());
            }
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("an answer cannot be written to memory", e);
        }
        return bytes.toByteArray();
    }

    static Answer of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int status = in.readShort();
            Map<String, String> headers = new LinkedHashMap<>();
            for (int left = in.readShort(); left > 0; left--) {
                headers.put(in.readUTF(), in.readUTF());
            }
            return new Answer(status, headers, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("a kept answer cannot be read", e);
        }
    }
}
