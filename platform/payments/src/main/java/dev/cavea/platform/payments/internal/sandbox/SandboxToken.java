package dev.cavea.platform.payments.internal.sandbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cards of the sandbox: each behaves in one way. */
public enum SandboxToken {
    TOK_OK(Duration.ofMillis(20), 1, true),
    TOK_DECLINED(Duration.ofMillis(20), 1, true),
    TOK_SLOW(Duration.ofSeconds(8), 1, true),
    /** The charge call is never answered; the webhook comes after a minute. */
    TOK_TIMEOUT(Duration.ofSeconds(60), 1, false),
    /** The buyer must first approve on the provider's page. */
    TOK_3DS(Duration.ofMillis(20), 1, true),
    /** The webhook comes twice. */
    TOK_DUPLICATE(Duration.ofMillis(20), 2, true);

    private final Duration delay;
    private final int deliveries;
    private final boolean answers;

    SandboxToken(Duration delay, int deliveries, boolean answers) {
        this.delay = delay;
        this.deliveries = deliveries;
        this.answers = answers;
    }

    public static Optional<SandboxToken> of(@Nullable String token) {
        return Arrays.stream(values()).filter(known -> known.text().equals(token)).findFirst();
    }

    public static List<String> all() {
        return Arrays.stream(values()).map(SandboxToken::text).toList();
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** From the charge, or from the buyer's action, to the outcome. */
    public Duration delay() {
        return delay;
    }

    /** How often the webhook comes. */
    public int deliveries() {
        return deliveries;
    }

    public boolean answersCharges() {
        return answers;
    }
}
