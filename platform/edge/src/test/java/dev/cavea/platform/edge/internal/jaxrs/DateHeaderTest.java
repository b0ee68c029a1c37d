package dev.cavea.platform.edge.internal.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DateHeaderTest {

    private static final Instant START = Instant.parse("2026-12-01T09:05:07.250Z");

    private final SetClock clock = new SetClock();
    private final DateHeader header = new DateHeader(clock);

    @Test
    void isWrittenAsTheRfcWantsIt() {
        assertThat(header.text()).isEqualTo("Tue, 01 Dec 2026 09:05:07 GMT");
    }

    @Test
    void followsTheClockBySeconds() {
        assertThat(header.text()).isSameAs(header.text());
        clock.now = START.plusMillis(750);
        assertThat(header.text()).isEqualTo("Tue, 01 Dec 2026 09:05:08 GMT");
    }

    private static final class SetClock extends Clock {

        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
