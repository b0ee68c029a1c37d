package dev.cavea.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void sumsEachCurrencyApart() {
        assertThat(
                        Money.sums(
                                Stream.of(
                                        new Money(1_000, "JPY"),
                                        new Money(5_000, "EUR"),
                                        new Money(250, "EUR"))))
                .containsExactly(new Money(5_250, "EUR"), new Money(1_000, "JPY"));
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

    @ParameterizedTest
    @CsvSource({
        "HUF, 12345, 123.45",
        "IQD, 12345, 12.345",
        "JPY, 12345, 12345",
        "KWD, 12345, 12.345",
        "CLF, 12345, 1.2345",
        "UGX, 12345, 12345",
        "ISK, 5, 5",
        "EUR, 5, 0.05",
        "EUR, -1205, -12.05",
        "DEM, 100, 1.00"
    })
    void writesAndReadsTheDigitsOfItsCurrency(String currency, long minor, String decimal) {
        Money money = new Money(minor, currency);
        assertThat(money.text()).isEqualTo(decimal + " " + currency);
        assertThat(Money.parse(decimal, currency)).isEqualTo(money);
    }

    @Test
    void readsNoAmountThatTheCurrencyCannotHave() {
        for (String text : List.of("1.5", "1e30", "x")) {
            assertThatThrownBy(() -> Money.parse(text, "JPY")).isInstanceOf(Unfit.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"XXX", "XTS", "XAU", "XDR", "DEM", "HRK", "ZWL", "BGN", "eur", "EU", "ZZZ"})
    void pricesNothingNewInWhatIsNoCurrencyInUse(String code) {
        assertThat(Currencies.isInUse(code)).isFalse();
        assertThatThrownBy(() -> Currencies.inUse(code)).isInstanceOf(Unfit.class);
    }

    @Test
    void knowsTheCurrenciesInUse() {
        assertThat(Currencies.all())
                .containsEntry("HUF", 2)
                .containsEntry("IQD", 3)
                .containsEntry("JPY", 0)
                .containsEntry("CLF", 4)
                .containsEntry("XCG", 2)
                .hasSizeBetween(150, 160);
    }
}
