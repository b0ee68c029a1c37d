package dev.cavea.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void addsAndMultipliesInMinorUnits() {
        assertThat(new Money(4500, "EUR").plus(new Money(250, "EUR")))
                .isEqualTo(new Money(4750, "EUR"));
        assertThat(new Money(4500, "EUR").times(3)).isEqualTo(new Money(13_500, "EUR"));
    }

    @Test
    void refusesAnotherCurrency() {
        Money euros = new Money(1, "EUR");
        assertThatThrownBy(() -> euros.plus(new Money(1, "USD")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EUR and USD");
    }

    @Test
    void refusesACurrencyThatDoesNotExist() {
        assertThatThrownBy(() -> new Money(1, "EURO")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void overflowsLoudly() {
        Money most = new Money(Long.MAX_VALUE, "EUR");
        assertThatThrownBy(() -> most.plus(new Money(1, "EUR")))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
    }
}
