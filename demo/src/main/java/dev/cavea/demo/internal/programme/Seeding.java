package dev.cavea.demo.internal.programme;

import dev.cavea.demo.internal.programme.Programme.Entry;
import dev.cavea.demo.internal.programme.Programme.House;
import dev.cavea.demo.internal.programme.Programme.Place;
import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.catalogue.EventDesk;
import dev.cavea.platform.edge.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the programme into a catalogue that has nothing, once. Each thing that was made is noted, so
 * that a start that was cut short goes on where it stopped.
 */
public final class Seeding {

    private static final Logger LOG = LoggerFactory.getLogger(Seeding.class);
    private static final String DONE = "done";

    /** The demo's organiser: an account that nobody signs in to. */
    private static final Caller ORGANISER = new Caller(1, Role.ORGANISER, Long.MAX_VALUE);

    private final EventDesk desk;
    private final MadeRows made;
    private final Clock clock;

    public Seeding(EventDesk desk, MadeRows made, Clock clock) {
        this.desk = desk;
        this.made = made;
        this.clock = clock;
    }

    /** An event of which a share is to be bought by simulated fans. */
    public record ToSell(String eventId, double share) {}

    /** What is still to be sold of what was made; empty where there is nothing to do. */
    public List<ToSell> run(Programme programme) {
        List<ToSell> toSell = new ArrayList<>();
        if (made.find(DONE).isEmpty() && (!made.isEmpty() || desk.isEmpty())) {
            made.alone(() -> make(programme));
        }
        for (Entry entry : programme.events()) {
            Double share = entry.sell();
            if (share != null && made.find("sold " + entry.key()).isEmpty()) {
                made.find("event " + entry.key())
                        .ifPresent(id -> toSell.add(new ToSell(id, share)));
            }
        }
        return toSell;
    }

    /** Nobody is to buy of it again at the next start. */
    public void sold(Programme programme, String eventId) {
        for (Entry entry : programme.events()) {
            if (made.find("event " + entry.key()).filter(eventId::equals).isPresent()) {
                made.put("sold " + entry.key(), eventId);
            }
        }
    }

    private void make(Programme programme) {
        long start = System.nanoTime();
        Map<String, Place> places = new HashMap<>();
        programme.venues().forEach(place -> places.put(place.key(), place));
        Map<String, House> houses = new HashMap<>();
        programme.plans().forEach(house -> houses.put(house.key(), house));
        for (Entry entry : programme.events()) {
            Place place = wanted(places, entry.venue());
            String venue = once("venue " + place.key(), () -> addVenue(place));
            House house = wanted(houses, entry.plan());
            String plan = once("plan " + house.key(), () -> addPlan(house));
            once("event " + entry.key(), () -> addEvent(entry, place, venue, plan));
        }
        made.put(DONE, clock.instant().toString());
        LOG.info(
                "The demo programme is ready: {} events in {} ms",
                programme.events().size(),
                (System.nanoTime() - start) / 1_000_000);
    }

    private static <T> T wanted(Map<String, T> named, String key) {
        T found = named.get(key);
        if (found == null) {
            throw new IllegalStateException("the programme has no " + key);
        }
        return found;
    }

    private String once(String key, Supplier<String> making) {
        return made.find(key)
                .orElseGet(
                        () -> {
                            String id = making.get();
                            made.put(key, id);
                            return id;
                        });
    }

    private String addVenue(Place place) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", place.name());
        body.put("city", place.city());
        body.put("country", place.country());
        body.put("lat", place.lat());
        body.put("lon", place.lon());
        body.put("timeZone", place.timeZone());
        return desk.addVenue(ORGANISER, Json.mapper().valueToTree(body));
    }

    private String addPlan(House house) {
        byte[] document =
                house.file() != null
                        ? Programme.resource(house.file())
                        : Json.write(Map.of("generate", wantedParameters(house)));
        return desk.addPlan(ORGANISER, document);
    }

    private static Map<String, Object> wantedParameters(House house) {
        if (house.generate() == null) {
            throw new IllegalStateException("plan " + house.key() + " is neither file nor numbers");
        }
        return house.generate();
    }

    private String addEvent(Entry entry, Place place, String venue, String plan) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", entry.name());
        body.put("description", entry.description());
        body.put("category", entry.category());
        body.put("venueId", venue);
        body.put("plan", Map.of("id", plan));
        body.put("startsAt", startsAt(entry, place));
        List<Map<String, Object>> prices = new ArrayList<>();
        entry.prices()
                .forEach(
                        (zone, amount) ->
                                prices.add(
                                        Map.of(
                                                "zone",
                                                zone,
                                                "amountMinor",
                                                amount,
                                                "feeMinor",
                                                amount * entry.feePercent() / 100,
                                                "currency",
                                                entry.currency())));
        body.put("prices", prices);
        body.put("rules", rules(entry));
        body.put("publish", true);
        return desk.addEvent(ORGANISER, Json.mapper().valueToTree(body));
    }

    private String startsAt(Entry entry, Place place) {
        ZoneId zone = ZoneId.of(place.timeZone());
        LocalDate day = LocalDate.now(clock.withZone(zone)).plusDays(entry.inDays());
        return day.atTime(LocalTime.parse(entry.at())).atZone(zone).toInstant().toString();
    }

    private Map<String, Object> rules(Entry entry) {
        Map<String, Object> rules = new HashMap<>();
        if (entry.opensInMinutes() != null) {
            Duration wait = Duration.ofMinutes(entry.opensInMinutes());
            rules.put("onSaleAt", clock.instant().plus(wait).toString());
        }
        if (entry.maxSeatsPerBuyer() != null) {
            rules.put("maxSeatsPerBuyer", entry.maxSeatsPerBuyer());
        }
        if (Boolean.TRUE.equals(entry.refuseOrphans())) {
            rules.put("orphanSeats", "refuse");
        }
        return rules;
    }
}
