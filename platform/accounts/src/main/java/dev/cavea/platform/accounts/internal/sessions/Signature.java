package dev.cavea.platform.accounts.internal.sessions;

import dev.cavea.platform.accounts.TokenSecrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256. Each purpose has its own key; what an older secret signed is accepted. */
public final class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    private final List<Mac> keys;

    private Signature(List<Mac> keys) {
        this.keys = keys;
    }

    /**
     * Signs with a key derived for the purpose, so that one kind of token never passes for another.
     */
    public static Signature derived(TokenSecrets secrets, String purpose) {
        byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
        return new Signature(
                secrets.all().stream()
                        .map(secret -> key(sign(key(secret.bytes()), name)))
                        .toList());
    }

    private static Mac key(byte[] key) {
        try {
            Mac prototype = Mac.getInstance(ALGORITHM);
            prototype.init(new SecretKeySpec(key, ALGORITHM));
            return prototype;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    public byte[] sign(byte[] content) {
        return sign(keys.getFirst(), content);
    }

    private static byte[] sign(Mac key, byte[] content) {
        try {
            // Cloning skips the look-up and the key schedule, and is safe from any thread.
            return ((Mac) key.clone()).doFinal(content);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's HMAC can be cloned", e);
        }
    }

    /** In a time that does not depend on where they differ. */
    public boolean matches(byte[] content, byte[] signature) {
        return keys.stream().anyMatch(key -> MessageDigest.isEqual(sign(key, content), signature));
    }
}
