package dev.cavea.platform.accounts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A secret that signs tokens. */
public final class TokenSecret {

    /** HS256 gains nothing from more and is weaker with less. */
    private static final int BYTES = 32;

    private final byte[] bytes;
    private final String id;

    private TokenSecret(byte[] bytes) {
        this.bytes = bytes;
        this.id = idOf(bytes);
    }

    /**
     * From the configuration or a file.
     *
     * @throws IllegalArgumentException for less than 32 bytes of UTF-8
     */
    public static TokenSecret of(String configured) {
        byte[] bytes = configured.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < BYTES) {
            throw new IllegalArgumentException(
                    "the token secret has "
                            + bytes.length
                            + " bytes: give it at least "
                            + BYTES
                            + ", as from `openssl rand -hex 32`");
        }
        return new TokenSecret(bytes);
    }

    /** A new one, as text. */
    static String drawn() {
        byte[] drawn = new byte[BYTES];
        new SecureRandom().nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }

    /** The secret itself; for signing only. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Distinguishes the secret from others without revealing it: the {@code kid} of its tokens. */
    public String id() {
        return id;
    }

    private static String idOf(byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("kid:".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(bytes), 0, 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
