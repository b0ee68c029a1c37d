package dev.cavea.platform.accounts.internal.sessions;

import dev.cavea.platform.accounts.TokenSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under one secret. A purpose of its own has a key of its own. */
public final class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac prototype;

    private Signature(byte[] key) {
        try {
            prototype = Mac.getInstance(ALGORITHM);
            prototype.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** Signs with a key derived for the purpose, so that one kind of token is never another. */
    public static Signature derived(TokenSecret secret, String purpose) {
        Signature ofSecret = new Signature(secret.bytes());
        return new Signature(ofSecret.sign(purpose.getBytes(StandardCharsets.UTF_8)));
    }

    byte[] sign(byte[] content) {
        try {
            // Cloning skips the look-up and the key schedule, and is safe from any thread.
            return ((Mac) prototype.clone()).doFinal(content);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's HMAC can be cloned", e);
        }
    }

    /** In a time that does not depend on where they differ. */
    boolean matches(byte[] content, byte[] signature) {
        return MessageDigest.isEqual(sign(content), signature);
    }
}
