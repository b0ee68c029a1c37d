package dev.cavea.platform.kernel;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An amount in a currency. Only what is new must be in a currency that is in use ({@link
 * Currencies}): what was sold in one that is withdrawn since must still be read.
 *
 * @param amountMinor in the currency's minor unit (cents)
 * @param currency ISO 4217 code
 */
public record Money(long amountMinor, String currency) {

    /** Throws IllegalArgumentException for a code that ISO 4217 does not have. */
    public Money {
        Currency.getInstance(currency);
    }

    /**
     * Of a decimal text such as {@code 123.45}, exactly.
     *
     * @throws Unfit for what is no number, or has more digits than the currency
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

    /** What they come to, apart for each currency and in the order of its code. */
    public static List<Money> sums(Stream<Money> amounts) {
        Map<String, Money> sums = new TreeMap<>();
        amounts.forEach(amount -> sums.merge(amount.currency, amount, Money::plus));
        return List.copyOf(sums.values());
    }

    /** With as many digits as the currency has: {@code 123.45}. */
    public String decimal() {
        return BigDecimal.valueOf(amountMinor, Currencies.digits(currency)).toPlainString();
    }

    /** As mails and tickets say it: {@code 123.45 HUF}. */
    public String text() {
        return decimal() + ' ' + currency;
    }
}
