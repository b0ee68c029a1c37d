package dev.cavea.ledger.simulator.audit;

/** The ledger broke a guarantee. */
public final class Violation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Violation(String facts) {
        super(facts);
    }

    @SuppressWarnings("AnnotateFormatMethod") // Needs an annotation that we do not depend on.
    static void unless(boolean holds, String facts, Object... arguments) {
        if (!holds) {
            throw new Violation(facts.formatted(arguments));
        }
    }
}
