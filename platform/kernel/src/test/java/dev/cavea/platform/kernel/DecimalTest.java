package dev.cavea.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

    @ParameterizedTest
    @CsvSource({"48.21, 48.21", "-3, -3", "+.5, 0.5", "7., 7", "1.5E3, 1500", "1e-2, 0.01"})
    void readsWhatPeopleAndSpreadsheetsWrite(String text, String number) {
        assertThat(Decimal.parse(text)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "-",
                "12d",
                "8.5f",
                "0x1p4",
                "NaN",
                "Infinity",
                "1,5",
                "1e999",
                "٣",
                "1 000",
                "--1",
                "1e",
                "123456789012345678901"
            })
    void refusesWhatOnlyAProgramTakesForANumber(String text) {
        assertThatThrownBy(() -> Decimal.parse(text)).isInstanceOf(Unfit.class);
    }
}
