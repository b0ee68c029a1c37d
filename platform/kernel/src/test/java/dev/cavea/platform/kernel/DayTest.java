package dev.cavea.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayTest {

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    @Test
    void isThePlacesOwnDay() {
        Day day = Day.parse("2027-06-05", LOS_ANGELES);
        Instant evening = Instant.parse("2027-06-06T03:00:00Z");
        assertThat(day.contains(evening)).isTrue();
        assertThat(Day.of(evening, LOS_ANGELES)).isEqualTo(day);
        assertThat(day.from()).isEqualTo(Instant.parse("2027-06-05T07:00:00Z"));
        assertThat(day.contains(day.from())).isTrue();
        assertThat(day.contains(day.to())).isFalse();
    }

    @Test
    void isAnHourShorterWhenTheClocksGoForward() {
        Day day = Day.parse("2027-03-28", ZoneId.of("Europe/Berlin"));
        assertThat(Duration.between(day.from(), day.to())).hasHours(23);
        // Midnight itself is left out here.
        Day beirut = Day.parse("2027-03-28", ZoneId.of("Asia/Beirut"));
        assertThat(beirut.from()).isEqualTo(Instant.parse("2027-03-27T22:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-02-29", "2027-6-5", "20270605", "9999-01-01", "today", ""})
    void refusesWhatIsNoDay(String text) {
        assertThatThrownBy(() -> Day.parse(text, LOS_ANGELES)).isInstanceOf(Unfit.class);
    }
}
