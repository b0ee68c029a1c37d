package dev.cavea.platform.accounts.internal.sessions;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * What a refresh token says. It is signed, so only its generation is stored: a copy of the database
 * opens no session, and a forged token ends none.
 *
 * @param generation how often the session was renewed before this token was given
 * @param guest whether the account has no row
 */
public record RefreshToken(
        long session, long account, int generation, boolean guest, Instant expiresAt) {

    private static final int CONTENT_BYTES = 8 + 8 + 4 + 1 + 8;
    private static final int SIGNATURE_BYTES = 32;

    public String text(Signature signature) {
        byte[] content = content();
        byte[] signed = signature.sign(content);
        ByteBuffer bytes = ByteBuffer.allocate(CONTENT_BYTES + SIGNATURE_BYTES);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes.put(content).put(signed).array());
    }

    /**
     * @throws dev.cavea.platform.edge.Problem 401 for a token that we never issued
     */
    static RefreshToken parse(String text, Signature signature) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw Unauthorized.MALFORMED.problem();
        }
        if (bytes.length != CONTENT_BYTES + SIGNATURE_BYTES) {
            throw Unauthorized.MALFORMED.problem();
        }
        byte[] content = Arrays.copyOf(bytes, CONTENT_BYTES);
        if (!signature.matches(content, Arrays.copyOfRange(bytes, CONTENT_BYTES, bytes.length))) {
            throw Unauthorized.SIGNATURE.problem();
        }
        ByteBuffer read = ByteBuffer.wrap(content);
        return new RefreshToken(
                read.getLong(),
                read.getLong(),
                read.getInt(),
                read.get() == 1,
                Instant.ofEpochSecond(read.getLong()));
    }

    private byte[] content() {
        return ByteBuffer.allocate(CONTENT_BYTES)
                .putLong(session)
                .putLong(account)
                .putInt(generation)
                .put((byte) (guest ? 1 : 0))
                .putLong(expiresAt.getEpochSecond())
                .array();
    }
}
