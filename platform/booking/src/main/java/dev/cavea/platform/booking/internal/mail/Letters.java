package dev.cavea.platform.booking.internal.mail;

import dev.cavea.platform.booking.PricedPlace;
import dev.cavea.platform.booking.internal.order.Order;
import dev.cavea.platform.catalogue.EventNews;
import dev.cavea.platform.catalogue.Occasion;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the letters say. */
final class Letters {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.UK);

    private static final Pattern LINK =
            Pattern.compile("[/\\\\@]|[\\p{L}\\p{N}]\\.[\\p{L}\\p{N}]{2,}");

    private Letters() {}

    record Text(String subject, String body) {}

    static Text confirmed(Order order, @Nullable Occasion event) {
        return new Text(
                "Your tickets for " + name(event),
                """
                %s

                these places are yours:
                %s

                When and where: %s
                %s
                Your booking: %s
                """
                        .formatted(
                                greeting(order.name()),
                                places(order),
                                event == null
                                        ? "see the event's page"
                                        : whenAndWhere(
                                                event.startsAt(), event.zone(), event.venue()),
                                paid(order),
                                number(order)));
    }

    /** The letter that brings the tickets; its link opens them without an account. */
    static String withLink(String body, String link) {
        return body
                + """

                Your tickets with their codes, on any device:
                %s

                Anyone with this link can show these tickets at the door, so keep it to yourself.
                The event is attached for your calendar.
                """
                        .formatted(link);
    }

    static Text refunded(Order order, @Nullable Occasion event) {
        return new Text(
                "Your refund for " + name(event),
                """
                %s

                we have refunded %s for your booking %s:
                %s"""
                        .formatted(
                                greeting(order.name()),
                                order.total().text(),
                                number(order),
                                about(event)));
    }

    static Text calledOff(Order order, Occasion event) {
        return new Text(
                event.name() + " is cancelled; you will be refunded",
                """
                %s

                the organiser has cancelled this event:
                %s
                We have refunded %s for your booking %s; its tickets are no longer valid.
                """
                        .formatted(
                                greeting(order.name()),
                                about(event),
                                order.total().text(),
                                number(order)));
    }

    /** When and where it was, and is now. */
    static Text changed(String name, String event, EventNews.Change change) {
        boolean time = !change.before().startsAt().equals(change.after().startsAt());
        boolean place = !Objects.equals(change.before().venue(), change.after().venue());
        String what = time && place ? "a new time and place" : time ? "a new time" : "a new place";
        return new Text(
                event + " has " + what,
                """
                %s

                %s has %s.

                Before: %s
                Now:    %s

                Your tickets stay valid. You will find them under "My tickets", with an entry for
                your calendar that has the change.
                """
                        .formatted(
                                greeting(name),
                                event,
                                what,
                                whenAndWhere(change.before()),
                                whenAndWhere(change.after())));
    }

    private static String whenAndWhere(EventNews.WhenAndWhere then) {
        return whenAndWhere(then.startsAt(), then.zone(), then.venue());
    }

    private static String whenAndWhere(Instant at, ZoneId zone, @Nullable String venue) {
        return WHEN.format(at.atZone(zone))
                + " ("
                + (zone instanceof ZoneOffset ? "UTC" : zone.getId())
                + "), "
                + (venue == null ? "venue to be announced" : venue);
    }

    /** Free tickets have nothing to refund. */
    static Text cancelled(Order order, String event, boolean calledOff) {
        String why =
                calledOff
                        ? "the organiser has cancelled " + event
                        : "you have cancelled your booking for " + event;
        return new Text(
                calledOff ? event + " is cancelled" : "Your booking for " + event + " is cancelled",
                """
                %s

                %s. The tickets of your booking %s
                are no longer valid. You have paid nothing for them.
                """
                        .formatted(greeting(order.name()), why, number(order)));
    }

    private static String paid(Order order) {
        return order.isFree() ? "Nothing to pay." : "Paid: " + order.total().text();
    }

    private static String price(Money money) {
        return money.amountMinor() == 0 ? "free" : money.text();
    }

    private static String name(@Nullable Occasion event) {
        return event == null ? "your event" : event.name();
    }

    /** Which event, when (in the venue's time) and where. */
    private static String about(@Nullable Occasion event) {
        return event == null
                ? ""
                : "  %s\n  %s\n"
                        .formatted(
                                event.name(),
                                whenAndWhere(event.startsAt(), event.zone(), event.venue()));
    }

    /**
     * A stranger may book in anybody's name and for anybody's address: what could be a link is
     * greeted with no name.
     */
    private static String greeting(String name) {
        return LINK.matcher(name).find() ? "Hello," : "Hello " + name + ",";
    }

    private static String places(Order order) {
        return order.lines().stream().map(Letters::place).collect(Collectors.joining("\n"));
    }

    private static String place(PricedPlace line) {
        var place = line.place();
        String row = place.row() == null ? "" : ", row " + place.row();
        String seat = place.number() == null ? "" : ", seat " + place.number();
        return "  " + place.section() + row + seat + ": " + price(line.total());
    }

    private static String number(Order order) {
        return Ids.text(order.id());
    }
}
