package dev.cavea.platform.tickets;

import dev.cavea.platform.kernel.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** The event of a ticket, or of a booking, for a calendar: iCalendar, RFC 5545. */
public final class CalendarEntry {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Octets of a content line without its break, RFC 5545 section 3.1. */
    private static final int LONGEST_LINE = 75;

    private static final String USUAL_END =
            "The organiser has not said when it ends; two hours are assumed.";

    private final StringBuilder lines = new StringBuilder(1024);

    private CalendarEntry() {}

    /**
     * The same ticket always has the same id, and each state that a calendar must pick up has a
     * higher sequence.
     *
     * @param now for a ticket out of force, of which nobody wrote down when it went
     */
    static String of(Ticket ticket, EventCard event, Instant now) {
        return of("ticket-" + Ids.text(ticket.id()), List.of(ticket), event, now);
    }

    /** Likewise of a booking, with all its places; it takes place while one ticket is in force. */
    public static String ofBooking(
            long booking, List<Ticket> tickets, EventCard event, Instant now) {
        return of("booking-" + Ids.text(booking), tickets, event, now);
    }

    private static String of(String id, List<Ticket> tickets, EventCard event, Instant now) {
        List<Ticket> valid =
                tickets.stream().filter(one -> one.status() == Ticket.Status.VALID).toList();
        boolean takesPlace = !valid.isEmpty() && !event.cancelled();
        Instant changed =
                tickets.stream()
                        .map(Ticket::issuedAt)
                        .reduce(event.changedAt(), (a, b) -> a.isAfter(b) ? a : b);
        int versions = tickets.stream().mapToInt(one -> one.version() - 1).sum();
        CalendarEntry entry = new CalendarEntry();
        entry.line("BEGIN:VCALENDAR").line("VERSION:2.0").line("PRODID:-//Cavea//Tickets//EN");
        entry.line("METHOD:" + (takesPlace ? "PUBLISH" : "CANCEL"));
        entry.line("BEGIN:VEVENT");
        entry.line("UID:" + id + "@cavea.dev");
        entry.line("DTSTAMP:" + UTC.format(valid.isEmpty() ? now : changed));
        entry.line("DTSTART:" + UTC.format(event.startsAt()));
        entry.line("DTEND:" + UTC.format(event.endsAt()));
        entry.line("SUMMARY:" + escaped(event.name()));
        if (event.place() != null) {
            entry.line("LOCATION:" + escaped(event.place()));
        }
        String end = event.endIsSaid() ? "" : "\n" + USUAL_END;
        entry.line("DESCRIPTION:" + escaped(places(valid.isEmpty() ? tickets : valid) + end));
        entry.line("SEQUENCE:" + (event.edition() + versions));
        entry.line("STATUS:" + (takesPlace ? "CONFIRMED" : "CANCELLED"));
        return entry.line("END:VEVENT").line("END:VCALENDAR").lines.toString();
    }

    private static String places(List<Ticket> tickets) {
        return tickets.stream()
                .map(one -> TicketLabel.of(one.place()))
                .collect(Collectors.joining("\n"));
    }

    /** Folds after 75 octets, never within a character. */
    private CalendarEntry line(String content) {
        int octets = 0;
        for (int i = 0; i < content.length(); ) {
            int end = i + Character.charCount(content.codePointAt(i));
            String character = content.substring(i, end);
            int width = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + width > LONGEST_LINE) {
                lines.append("\r\n ");
                octets = 1;
            }
            lines.append(character);
            octets += width;
            i = end;
        }
        lines.append("\r\n");
        return this;
    }

    /** TEXT of section 3.3.11. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }
}
