package dev.cavea.platform.payments;

import java.util.Set;

/**
 * Which of the known payment providers are switched on.
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

    /** Whether play money is accepted, which moves no real money. */
    public boolean sandbox() {
        return names.contains(SandboxPayments.NAME);
    }
}
