package dev.cavea.platform.kernel;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An amount in a currency. Only new amounts must be in a currency in use ({@link Currencies}): what
 * was sold in one that has since been withdrawn must still be readable.
 *
 * @param amountMinor in the currency's minor unit (cents)
 * @param currency ISO 4217 code
 */
public record Money(long amountMinor, String currency) {

    /** Throws IllegalArgumentException for a code that is not in ISO 4217. */
    public Money {
        Currency.getInstance(currency);
    }

    /**
     * Parses a decimal text such as {@code 123.45}, exactly.
     *
     * @throws Unfit for anything that is not a number or has more digits than the currency
     */
    public static Money parse(String decimal, String currency) {
        int digits = Currencies.digits(currency);
        try {
            long minor = Decimal.parse(decimal).movePointRight(digits).longValueExact();
            return new Money(minor, currency);
        } catch (ArithmeticException e) {
            throw new Unfit(
                    "is not an amount in " + currency + ", which has " + digits + " digits");
        }
    }

    /** Throws ArithmeticException on overflow, IllegalArgumentException for another currency. */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    currency + " and " + other.currency + " cannot be added");
        }
        return new Money(Math.addExact(amountMinor, other.amountMinor), currency);
    }

    /** Throws ArithmeticException on overflow. */
    public Money times(long factor) {
        return new Money(Math.multiplyExact(amountMinor, factor), currency);
    }

    /** Their sums, one per currency, ordered by its code. */
    public static List<Money> sums(Stream<Money> amounts) {
        Map<String, Money> sums = new TreeMap<>();
        amounts.forEach(amount -> sums.merge(amount.currency, amount, Money::plus));
        return List.copyOf(sums.values());
    }

    /** With as many digits as the currency has: {@code 123.45}. */
    public String decimal() {
        return BigDecimal.valueOf(amountMinor, Currencies.digits(currency)).toPlainString();
    }

    /** As shown in mails and on tickets: {@code 123.45 HUF}. */
    public String text() {
        return decimal() + ' ' + currency;
    }
}
