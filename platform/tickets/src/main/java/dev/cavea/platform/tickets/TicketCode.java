package dev.cavea.platform.tickets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a ticket's code says; anyone with the public key can check it, without a network.
 *
 * <p>The text is {@code CV1.} and Crockford's base 32, in upper case so that a QR code stays small,
 * of these bytes, big-endian: the key's id (4), event (8), ticket (8), seat in plan order or -1
 * (4), serial (2), version (2), and the Ed25519 signature (64) of the four bytes {@code CV1.} and
 * everything before it.
 */
public record TicketCode(int key, long event, long ticket, int seat, int serial, int version) {

    static final int NO_SEAT = -1;

    private static final String PREFIX = "CV1.";
    private static final int CONTENT = 28;
    private static final int SIGNATURE = 64;

    /** What is signed. */
    byte[] signedBytes() {
        return ByteBuffer.allocate(PREFIX.length() + CONTENT)
                .put(PREFIX.getBytes(StandardCharsets.US_ASCII))
                .putInt(key)
                .putLong(event)
                .putLong(ticket)
                .putInt(seat)
                .putShort((short) serial)
                .putShort((short) version)
                .array();
    }

    String text(byte[] signature) {
        byte[] signed = signedBytes();
        byte[] whole = Arrays.copyOfRange(signed, PREFIX.length(), signed.length + SIGNATURE);
        System.arraycopy(signature, 0, whole, CONTENT, SIGNATURE);
        return PREFIX + Base32.text(whole);
    }

    /** The parts of a code of this form, not yet checked; empty for any other text. */
    static Optional<Signed> parse(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        byte[] bytes = Base32.bytes(text.substring(PREFIX.length()), CONTENT + SIGNATURE);
        if (bytes.length == 0) {
            return Optional.empty();
        }
        ByteBuffer content = ByteBuffer.wrap(bytes);
        TicketCode code =
                new TicketCode(
                        content.getInt(),
                        content.getLong(),
                        content.getLong(),
                        content.getInt(),
                        Short.toUnsignedInt(content.getShort()),
                        Short.toUnsignedInt(content.getShort()));
        return Optional.of(new Signed(code, Arrays.copyOfRange(bytes, CONTENT, bytes.length)));
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Signed(TicketCode code, byte[] signature) {}
}
