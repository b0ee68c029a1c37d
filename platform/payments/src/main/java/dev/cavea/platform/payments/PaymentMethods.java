package dev.cavea.platform.payments;

import java.util.Set;

/**
 * Which of the payment providers that this program knows are switched on.
 *
 * @param names as in {@code payment.method}
 */
public record PaymentMethods(Set<String> names) {

    /** All that this program knows. */
    public static final Set<String> KNOWN = Set.of(SandboxPayments.NAME);

    public PaymentMethods {
        names = Set.copyOf(names);
        if (!KNOWN.containsAll(names)) {
            throw new IllegalArgumentException("payment providers are " + KNOWN);
        }
    }

    /** Whether play money is taken, which moves none. */
    public boolean sandbox() {
        return names.contains(SandboxPayments.NAME);
    }
}
