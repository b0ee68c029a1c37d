package dev.cavea.platform.kernel;

import java.util.Currency;

/**
 * An amount in a currency.
 *
 * @param amountMinor in the currency's minor unit (cents)
 * @param currency ISO 4217 code
 */
public record Money(long amountMinor, String currency) {

    /** Throws IllegalArgumentException for a code that ISO 4217 does not have. */
    public Money {
        Currency.getInstance(currency);
    }

    /** Throws ArithmeticException on overflow, IllegalArgumentException for another currency. */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not add");
        }
        return new Money(Math.addExact(amountMinor, other.amountMinor), currency);
    }

    /** Throws ArithmeticException on overflow. */
    public Money times(long factor) {
        return new Money(Math.multiplyExact(amountMinor, factor), currency);
    }
}
