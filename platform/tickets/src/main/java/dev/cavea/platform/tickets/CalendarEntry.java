package dev.cavea.platform.tickets;

import dev.cavea.platform.kernel.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A ticket's event for a calendar: iCalendar, RFC 5545. */
final class CalendarEntry {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Octets of a content line without its break, RFC 5545 section 3.1. */
    private static final int LONGEST_LINE = 75;

    private static final String USUAL_END =
            "The organiser has not said when it ends; two hours are assumed.";

    private final StringBuilder lines = new StringBuilder(1024);

    private CalendarEntry() {}

    /**
     * The same id for the same ticket ever after, and a higher sequence for each state that a
     * calendar must take over.
     *
     * @param now for a ticket out of force, of which nobody wrote down when it went
     */
    static String of(Ticket ticket, EventCard event, Instant now) {
        boolean valid = ticket.status() == Ticket.Status.VALID;
        boolean takesPlace = valid && !event.cancelled();
        Instant changed =
                event.changedAt().isAfter(ticket.issuedAt())
                        ? event.changedAt()
                        : ticket.issuedAt();
        CalendarEntry entry = new CalendarEntry();
        entry.line("BEGIN:VCALENDAR").line("VERSION:2.0").line("PRODID:-//Cavea//Tickets//EN");
        entry.line("METHOD:" + (takesPlace ? "PUBLISH" : "CANCEL"));
        entry.line("BEGIN:VEVENT");
        entry.line("UID:ticket-" + Ids.text(ticket.id()) + "@cavea.dev");
        entry.line("DTSTAMP:" + UTC.format(valid ? changed : now));
        entry.line("DTSTART:" + UTC.format(event.startsAt()));
        entry.line("DTEND:" + UTC.format(event.endsAt()));
        entry.line("SUMMARY:" + escaped(event.name()));
        if (event.place() != null) {
            entry.line("LOCATION:" + escaped(event.place()));
        }
        String end = event.endIsSaid() ? "" : "\n" + USUAL_END;
        entry.line("DESCRIPTION:" + escaped(TicketLabel.of(ticket.place()) + end));
        entry.line("SEQUENCE:" + (event.edition() + ticket.version() - 1));
        entry.line("STATUS:" + (takesPlace ? "CONFIRMED" : "CANCELLED"));
        return entry.line("END:VEVENT").line("END:VCALENDAR").lines.toString();
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
