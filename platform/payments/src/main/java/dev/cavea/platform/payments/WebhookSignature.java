package dev.cavea.platform.payments;

import dev.cavea.platform.edge.Problem;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * {@code Cavea-Signature: t=<unix seconds>,v1=<hex>} where v1 is HMAC-SHA-256 of {@code t}, a dot
 * and the body. The time is signed with it, so that an old message cannot be sent again later;
 * within the tolerance, the message's id keeps it from taking effect twice.
 */
public final class WebhookSignature {

    public static final String HEADER = "Cavea-Signature";
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern FORM = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public WebhookSignature(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** The header's value. */
    public String sign(byte[] body, Instant now) {
        long seconds = now.getEpochSecond();
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac(seconds, body));
    }

    /**
     * @throws Problem 401 {@code bad-signature}
     */
    public void verify(@Nullable String header, byte[] body, Instant now) {
        Matcher form = FORM.matcher(header == null ? "" : header);
        if (!form.matches()) {
            throw bad("The header " + HEADER + " is missing or malformed.");
        }
        long seconds = Long.parseLong(form.group(1));
        byte[] given = HexFormat.of().parseHex(form.group(2));
        // In constant time: a comparison that stops early reveals how much of a guess was right.
        if (!MessageDigest.isEqual(given, mac(seconds, body))) {
            throw bad("The signature does not match this body.");
        }
        Duration age = Duration.between(Instant.ofEpochSecond(seconds), now).abs();
        if (age.compareTo(TOLERANCE) > 0) {
            throw bad("The message was signed too long ago.");
        }
    }

    private byte[] mac(long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private static Problem bad(String detail) {
        return new Problem(401, "bad-signature", "The message is not from the provider", detail);
    }
}
