package dev.cavea.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    private static final Clock STILL =
            Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);

    @Test
    void growsEvenWhenTheClockStandsStill() {
        Ids ids = new Ids(STILL);
        long[] drawn = LongStream.generate(ids::next).limit(10_000).toArray();
        assertThat(drawn).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void readsBackWhatItWrites() {
        for (long id : new long[] {0, 1, 31, 32, new Ids(STILL).next(), Long.MAX_VALUE}) {
            assertThat(Ids.parse(Ids.text(id))).hasValue(id);
        }
    }

    @Test
    void sortsAsTextLikeItsNumbers() {
        Ids ids = new Ids(STILL);
        String one = Ids.text(ids.next());
        assertThat(Ids.text(ids.next())).isGreaterThan(one);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "000000000000",
                "00000000000000",
                "000000000000I",
                "000000000000u",
                "8000000000000",
                "-000000000001",
                "00000000000 0"
            })
    void refusesWhatItNeverWrites(String text) {
        assertThat(Ids.parse(text)).isEmpty();
    }
}
