package dev.cavea.platform.edge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A request with an Idempotency-Key. The same caller, method, path and key give the same id; the
 * body gives the fingerprint. Answers are sealed with a key that only the request itself yields,
 * because they carry tokens and people's names: the table alone reveals nothing.
 */
public final class KeyedRequest {

    /** The request header. */
    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST_KEY = 255;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final String caller;
    private final UUID id;
    private final UUID fingerprint;
    private final SecretKeySpec seal;

    private KeyedRequest(String caller, UUID id, UUID fingerprint, SecretKeySpec seal) {
        this.caller = caller;
        this.id = id;
        this.fingerprint = fingerprint;
        this.seal = seal;
    }

    /**
     * @param caller whose key it is: two callers may choose the same key
     * @throws Problem 422 {@code invalid-field} for a key that is empty, longer than 255 characters
     *     or not printable ASCII
     */
    public static KeyedRequest of(
            String caller, String method, String path, String key, byte[] body) {
        checked(key);
        String request = String.join("\n", caller, method, path, key);
        byte[] name = sha256("id\n" + request, new byte[0]);
        byte[] secret = sha256("seal\n" + request, new byte[0]);
        byte[] content = sha256("body\n" + request + "\n", body);
        return new KeyedRequest(
                caller,
                uuid(name),
                uuid(content),
                new SecretKeySpec(Arrays.copyOf(secret, 16), "AES"));
    }

    private static void checked(String key) {
        boolean printable = key.chars().allMatch(c -> c > 0x20 && c < 0x7f);
        if (key.isEmpty() || key.length() > LONGEST_KEY || !printable) {
            throw Problems.invalidField(
                    HEADER,
                    "is not a valid key",
                    "1 to " + LONGEST_KEY + " printable ASCII characters without spaces");
        }
    }

    /**
     * 128 bits that are always the same for the same caller, scope and key: a thing created under
     * this id is created once, whatever is lost on the way.
     */
    public static UUID derivedId(String caller, String scope, String key) {
        checked(key);
        return uuid(sha256("thing\n" + String.join("\n", caller, scope, key), new byte[0]));
    }

    public UUID id() {
        return id;
    }

    String caller() {
        return caller;
    }

    UUID fingerprint() {
        return fingerprint;
    }

    byte[] seal(Answer answer) {
        // A new nonce each time; under one key there are at most a handful.
        byte[] nonce = new byte[NONCE_BYTES];
        java.util.concurrent.ThreadLocalRandom.current().nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, answer.bytes(), 0);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    }

    Answer open(byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return Answer.of(cipher(Cipher.DECRYPT_MODE, nonce, sealed, NONCE_BYTES));
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] bytes, int from) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, seal, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes, from, bytes.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a kept answer cannot be sealed or opened", e);
        }
    }

    static Problem reused() {
        return new Problem(
                422,
                "idempotency-key-reused",
                "The key was used for a different body",
                "This Idempotency-Key was used here with a different body. Use a new key for"
                        + " a new request.");
    }

    static Problem inProgress() {
        return new Problem(
                        409,
                        "idempotency-in-progress",
                        "The first request is still in progress",
                        "A request with this Idempotency-Key is in progress. Ask again for its"
                                + " answer.")
                .header("Retry-After", "1");
    }

    private static UUID uuid(byte[] digest) {
        ByteBuffer bits = ByteBuffer.wrap(digest);
        return new UUID(bits.getLong(), bits.getLong());
    }

    private static byte[] sha256(String head, byte[] tail) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            return digest.digest(tail);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
