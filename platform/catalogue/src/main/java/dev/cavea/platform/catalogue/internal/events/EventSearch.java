package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.platform.catalogue.internal.events.Search.Near;
import dev.cavea.platform.catalogue.internal.events.Search.Order;
import dev.cavea.platform.catalogue.internal.venues.Venue;
import dev.cavea.platform.edge.Cursor;
import dev.cavea.platform.edge.Page;
import dev.cavea.platform.edge.Problems;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds published events, from memory: however many search, no sale waits for them. */
@Singleton
public final class EventSearch {

    private static final double EARTH_METRES = 12_742_000;

    private final PublishedEvents events;

    public EventSearch(PublishedEvents events) {
        this.events = events;
    }

    /** Where an event is in the requested order. */
    private record Key(String text, long number, long id) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::text).thenComparing(Key::number).thenComparing(Key::id);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }

        static Key of(Cursor cursor) {
            try {
                List<String> keys = cursor.keys();
                return new Key(
                        keys.get(0), Long.parseLong(keys.get(1)), Long.parseLong(keys.get(2)));
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                throw Problems.invalidField("cursor", "was not issued here", "a nextCursor");
            }
        }
    }

    private record Hit(PublishedEvent event, Key key) {}

    Page<PublishedEvent> find(Search search) {
        Key after = search.after().map(Key::of).orElse(null);
        Stream<Hit> hits = hits(search, after);
        if (search.order() != Order.DATE) {
            hits = hits.sorted(Comparator.comparing(Hit::key));
        }
        List<Hit> page =
                hits.filter(hit -> after == null || hit.key.compareTo(after) > 0)
                        .limit(search.page().limitAndOne())
                        .toList();
        return Page.of(page, search.page().limit(), hit -> cursor(search, hit)).map(Hit::event);
    }

    private static Cursor cursor(Search search, Hit hit) {
        return Cursor.of(search.order().list(), hit.key.text, hit.key.number, hit.key.id);
    }

    /** In the agenda's order, which is that of dates: there a page begins where the last ended. */
    private Stream<Hit> hits(Search search, @Nullable Key after) {
        Key last = search.order() == Order.DATE ? after : null;
        Instant from = last == null ? search.period().earliest() : time(last.number);
        List<WantedWord> words = search.words().stream().map(WantedWord::new).toList();
        return events.agendaAfter(from, last == null ? -1 : last.id)
                .takeWhile(event -> search.period().isNotYetOver(event.startsAt()))
                .filter(event -> fits(event, search))
                .map(event -> hit(event, search, words))
                .filter(Objects::nonNull);
    }

    private static boolean fits(PublishedEvent event, Search search) {
        Long most = search.maxPriceMinor();
        return search.period().has(event)
                && (search.city() == null || search.city().equals(event.text().city()))
                && (search.category() == null || search.category().equals(event.text().category()))
                && (search.currency() == null || search.currency().equals(event.currency()))
                && (most == null || event.priceFrom() <= most);
    }

    private static @Nullable Hit hit(PublishedEvent event, Search search, List<WantedWord> words) {
        int score = 0;
        for (WantedWord word : words) {
            int one = word.score(event.text());
            if (one == 0) {
                return null;
            }
            score += one;
        }
        Near near = search.near();
        long metres = near == null ? 0 : metres(near, event.row().venue());
        if (near != null && metres > near.radiusKm() * 1_000) {
            return null;
        }
        return new Hit(event, key(event, search.order(), score, metres));
    }

    /** Amounts are compared within one currency only. */
    private static Key key(PublishedEvent event, Order order, int score, long metres) {
        long id = event.row().id();
        return switch (order) {
            case DATE -> new Key("", micros(event.startsAt()), id);
            case PRICE -> new Key(event.currency(), event.priceFrom(), id);
            case NAME -> new Key(String.join(" ", event.text().name()), 0, id);
            case DISTANCE -> new Key("", metres, id);
            case RELEVANCE -> new Key("", -score, id);
        };
    }

    /** By the great circle; further than anything for an event that has no place. */
    private static long metres(Near near, @Nullable Venue venue) {
        if (venue == null || venue.lat() == null || venue.lon() == null) {
            return Long.MAX_VALUE;
        }
        double lat = Math.toRadians(venue.lat());
        double other = Math.toRadians(near.lat());
        double up = Math.sin((lat - other) / 2);
        double along = Math.sin(Math.toRadians(venue.lon() - near.lon()) / 2);
        double chord = up * up + Math.cos(lat) * Math.cos(other) * along * along;
        return Math.round(EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(chord))));
    }

    private static long micros(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
    }

    private static Instant time(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L);
    }
}
