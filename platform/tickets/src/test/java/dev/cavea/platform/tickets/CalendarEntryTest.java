package dev.cavea.platform.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CalendarEntryTest {

    private static String entry(String name) {
        Ticket ticket =
                new Ticket(
                        5,
                        9,
                        7,
                        1,
                        42,
                        "Ada",
                        new TicketPlace(1, "A-12-7", "Stalls", "12", "7", "I"),
                        1,
                        Ticket.Status.VALID,
                        Instant.EPOCH);
        long starts = Instant.parse("2026-12-24T19:30:00Z").toEpochMilli();
        return CalendarEntry.of(
                ticket, new EventCard(name, starts, null), Instant.parse("2026-11-21T10:00:00Z"));
    }

    @Test
    void tellsTheEventInUtcWithLinesAsTheStandardWantsThem() {
        assertThat(entry("Medea"))
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .contains("\r\nDTSTART:20261224T193000Z\r\n")
                .contains("\r\nDTSTAMP:20261121T100000Z\r\n")
                .contains("\r\nSUMMARY:Medea\r\n")
                .contains("\r\nDESCRIPTION:Stalls\\, row 12\\, seat 7 (I)\r\n")
                .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    @Test
    void escapesWhatWouldBreakTheFormat() {
        assertThat(entry("A; B, C\\D\nATTENDEE:evil"))
                .contains("\r\nSUMMARY:A\\; B\\, C\\\\D\\nATTENDEE:evil\r\n");
    }

    @Test
    void foldsLongLinesBetweenCharacters() {
        String name = "Größenwahn 🎭 ".repeat(20).strip();
        String entry = entry(name);
        assertThat(Arrays.asList(entry.split("\r\n", -1)))
                .allSatisfy(
                        line ->
                                assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                                        .isLessThanOrEqualTo(75));
        assertThat(entry.replace("\r\n ", "")).contains("SUMMARY:" + name + "\r\n");
    }
}
