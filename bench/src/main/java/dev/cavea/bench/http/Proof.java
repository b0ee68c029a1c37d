package dev.cavea.bench.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Whether each seat had one owner, from three sides that know nothing of each other: what the fans
 * were told, what each fan's bookings and tickets say afterwards, and what the seat map says.
 */
final class Proof {

    private static final int PATIENCE_SECONDS = 90;

    /** Where clocks and the last millisecond before an expiry may differ. */
    private static final long TOLERANCE_MILLIS = 50;

    private final Api api;
    private final Site.OnSale event;
    private final Diary diary;
    private final List<String> findings = new ArrayList<>();
    private final Map<String, String> ownerBySeat = new HashMap<>();
    private final Set<String> tickets = new HashSet<>();
    private int bookings;

    Proof(Api api, Site.OnSale event, Diary diary) {
        this.api = api;
        this.event = event;
        this.diary = diary;
    }

    /** Empty when it is proved. */
    List<String> findings() {
        findings.addAll(diary.surprises());
        noSeatWasHeldTwice();
        Map<String, List<Diary.Bought>> byFan =
                diary.bookings().stream().collect(Collectors.groupingBy(Diary.Bought::token));
        for (String fan : diary.fans()) {
            ownsWhatItsBookingsSay(fan, byFan.getOrDefault(fan, List.of()));
        }
        theMapAgrees();
        System.out.printf(
                "Checked: %,d holds, %,d bookings of %,d fans, %,d tickets, %,d seats sold%n",
                diary.holds().size(),
                bookings,
                diary.fans().size(),
                tickets.size(),
                ownerBySeat.size());
        return findings;
    }

    /** Two fans' sure times with one seat never overlap. */
    private void noSeatWasHeldTwice() {
        Map<String, List<Diary.Held>> bySeat = new HashMap<>();
        for (Diary.Held hold : diary.holds()) {
            for (String seat : hold.seats()) {
                bySeat.computeIfAbsent(seat, name -> new ArrayList<>()).add(hold);
            }
        }
        bySeat.forEach(
                (seat, holds) -> {
                    holds.sort(Comparator.comparingLong(Diary.Held::fromMillis));
                    for (int i = 1; i < holds.size(); i++) {
                        long free = holds.get(i - 1).untilMillis() - TOLERANCE_MILLIS;
                        if (holds.get(i).fromMillis() < free) {
                            findings.add("seat " + seat + " was held by two fans at once");
                        }
                    }
                });
    }

    /** All bookings that the server lists for a fan, and each that the fan knows of among them. */
    private void ownsWhatItsBookingsSay(String token, List<Diary.Bought> known) {
        Map<String, Set<String>> listed = listed(token);
        for (Diary.Bought booking : known) {
            Set<String> seats = listed.get(booking.id());
            if (!new TreeSet<>(booking.seats()).equals(seats)) {
                findings.add(
                        "booking %s is for %s, and its buyer's list says %s"
                                .formatted(booking.id(), booking.seats(), seats));
            }
        }
        listed.forEach((booking, seats) -> holdsWhatItSays(token, booking, seats));
    }

    private void holdsWhatItSays(String token, String booking, Set<String> seats) {
        bookings++;
        String status = settled(token, booking).path("status").asText();
        switch (status) {
            case "confirmed" -> confirmed(token, booking, seats);
            case "payment_failed", "expired", "cancelled", "refunded" ->
                    hasNoTicket(token, booking);
            default -> findings.add("booking " + booking + " is still " + status);
        }
    }

    private void confirmed(String token, String booking, Set<String> expected) {
        Set<String> seats = new TreeSet<>();
        for (JsonNode ticket : ticketsOf(token, booking)) {
            String id = ticket.path("id").asText();
            if (!tickets.add(id)) {
                findings.add("ticket " + id + " was given twice");
            }
            seats.add(ticket.path("seat").asText());
        }
        if (!seats.equals(expected)) {
            findings.add(
                    "booking %s is for %s, its tickets are for %s"
                            .formatted(booking, expected, seats));
        }
        for (String seat : seats) {
            String other = ownerBySeat.putIfAbsent(seat, booking);
            if (other != null) {
                findings.add(
                        "SEAT %s WAS SOLD TWICE: bookings %s and %s"
                                .formatted(seat, other, booking));
            }
        }
    }

    private void hasNoTicket(String token, String booking) {
        for (JsonNode ticket : ticketsOf(token, booking)) {
            if (ticket.path("status").asText().equals("valid")) {
                findings.add("booking " + booking + " failed and has a valid ticket");
            }
        }
    }

    private JsonNode ticketsOf(String token, String booking) {
        return api.get("/api/v1/bookings/" + booking + "/tickets", token)
                .orStop("read tickets")
                .path("items");
    }

    /** Waits while a payment is still under way. */
    private JsonNode settled(String token, String booking) {
        for (int second = 0; ; second++) {
            JsonNode now = api.get("/api/v1/bookings/" + booking, token).orStop("read a booking");
            if (second == PATIENCE_SECONDS
                    || !now.path("status").asText().equals("pending_payment")) {
                return now;
            }
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return now;
            }
        }
    }

    /** Seats by booking. */
    private Map<String, Set<String>> listed(String token) {
        Map<String, Set<String>> seatsByBooking = new HashMap<>();
        String cursor = "";
        do {
            JsonNode page =
                    api.get("/api/v1/bookings/my-bookings?limit=200" + cursor, token)
                            .orStop("list a fan's bookings");
            for (JsonNode booking : page.path("items")) {
                Set<String> seats = new TreeSet<>();
                booking.path("seats").forEach(seat -> seats.add(seat.asText()));
                seatsByBooking.put(booking.path("id").asText(), seats);
            }
            JsonNode next = page.path("nextCursor");
            cursor = next.isTextual() ? "&cursor=" + next.asText() : "";
        } while (!cursor.isEmpty());
        return seatsByBooking;
    }

    /** Sold on the map is exactly what was bought. */
    private void theMapAgrees() {
        Set<String> sold = new TreeSet<>();
        for (JsonNode seat : api.get(event.seatsPath(), null).orStop("read seats").path("seats")) {
            if (seat.path("status").asText().equals("sold")) {
                sold.add(seat.path("id").asText());
            }
        }
        Set<String> bought = new TreeSet<>(ownerBySeat.keySet());
        if (!sold.equals(bought)) {
            Set<String> onlySold = new TreeSet<>(sold);
            onlySold.removeAll(bought);
            bought.removeAll(sold);
            findings.add(
                    "sold on the map without a ticket: %s; with a ticket and not sold: %s"
                            .formatted(onlySold, bought));
        }
    }
}
