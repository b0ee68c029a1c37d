package dev.cavea.platform.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.platform.kernel.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarEntryTest {

    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
    private static final Instant CHANGED = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant STARTS = Instant.parse("2026-12-24T19:30:00Z");

    private static Ticket ticket(int version, Ticket.Status status) {
        TicketPlace place = new TicketPlace(1, "A-12-7", "Stalls", "12", "7", "I");
        return new Ticket(5, 9, 7, 1, 42, "Ada", place, version, status, Instant.EPOCH);
    }

    private static EventCard card(String name, boolean endIsSaid, boolean cancelled, int edition) {
        return new EventCard(
                name,
                STARTS,
                STARTS.plus(Duration.ofHours(2)),
                endIsSaid,
                "Burgtheater, Wien; Universitätsring 2\n1010 Wien",
                cancelled,
                edition,
                CHANGED);
    }

    private static String entry(EventCard card) {
        return CalendarEntry.of(ticket(1, Ticket.Status.VALID), card, NOW);
    }

    private static String entry(String name) {
        return entry(card(name, true, false, 0));
    }

    @Test
    void tellsTheEventInUtcWithLinesAsTheStandardWantsThem() {
        assertThat(entry("Medea"))
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .contains("\r\nMETHOD:PUBLISH\r\n")
                .contains("\r\nDTSTART:20261224T193000Z\r\n")
                .contains("\r\nDTEND:20261224T213000Z\r\n")
                .contains("\r\nDTSTAMP:20261121T100000Z\r\n")
                .contains("\r\nSUMMARY:Medea\r\n")
                .contains("\r\nDESCRIPTION:Stalls\\, row 12\\, seat 7 (I)\r\n")
                .contains("\r\nSEQUENCE:0\r\nSTATUS:CONFIRMED\r\n")
                .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    @Test
    void aBookingIsOneEntryWithAllPlacesInForce() {
        List<Ticket> tickets =
                List.of(
                        ticket(1, Ticket.Status.VALID),
                        ticket(2, Ticket.Status.VOID),
                        ticket(1, Ticket.Status.VALID));
        String entry = CalendarEntry.ofBooking(7, tickets, card("Medea", true, false, 0), NOW);
        assertThat(entry.replace("\r\n ", ""))
                .contains("\r\nUID:booking-" + Ids.text(7) + "@cavea.dev\r\n")
                .contains("seat 7 (I)\\nStalls\\, row 12\\, seat 7 (I)\r\n")
                .contains("\r\nSEQUENCE:1\r\nSTATUS:CONFIRMED\r\n");
        List<Ticket> none = List.of(ticket(2, Ticket.Status.VOID));
        assertThat(CalendarEntry.ofBooking(7, none, card("Medea", true, false, 0), NOW))
                .contains("\r\nMETHOD:CANCEL\r\n");
    }

    @Test
    void namesTheVenueWithItsAddress() {
        assertThat(entry("Medea").replace("\r\n ", ""))
                .contains("\r\nLOCATION:Burgtheater\\, Wien\\; Universitätsring 2\\n1010 Wien\r\n");
    }

    @Test
    void saysThatAnEndIsOnlyUsual() {
        assertThat(entry(card("Medea", false, false, 0)).replace("\r\n ", ""))
                .contains("seat 7 (I)\\nThe organiser has not said when it ends");
    }

    @Test
    void growsWithTheEventAndWithTheTicketUnderTheSameId() {
        String before = entry(card("Medea", true, false, 3));
        assertThat(before).contains("\r\nSEQUENCE:3\r\n");
        String ended =
                CalendarEntry.of(ticket(2, Ticket.Status.VOID), card("Medea", true, false, 3), NOW);
        assertThat(ended)
                .contains("\r\nSEQUENCE:4\r\nSTATUS:CANCELLED\r\n")
                .contains("\r\nMETHOD:CANCEL\r\n")
                .contains("\r\nDTSTAMP:20261201T080000Z\r\n");
        assertThat(uid(ended)).isEqualTo(uid(before));
    }

    @Test
    void isCancelledWithItsEventBeforeTheTicketIs() {
        assertThat(entry(card("Medea", true, true, 4)))
                .contains("\r\nMETHOD:CANCEL\r\n")
                .contains("\r\nSEQUENCE:4\r\nSTATUS:CANCELLED\r\n");
    }

    private static String uid(String entry) {
        return entry.lines().filter(line -> line.startsWith("UID:")).findFirst().orElseThrow();
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
