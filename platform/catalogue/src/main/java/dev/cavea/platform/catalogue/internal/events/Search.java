package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.platform.catalogue.internal.fields.Times;
import dev.cavea.platform.edge.Check;
import dev.cavea.platform.edge.Cursor;
import dev.cavea.platform.edge.PageRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for among the published events.
 *
 * @param words plain words, each of which must be found, give or take a typing error
 * @param from events that start before this are over
 * @param near null for anywhere
 */
record Search(
        List<String> words,
        @Nullable String city,
        @Nullable String category,
        Instant from,
        @Nullable Instant to,
        @Nullable Long maxPriceMinor,
        @Nullable Near near,
        Order order,
        PageRequest page) {

    private static final double USUAL_RADIUS_KM = 50;
    private static final double MAX_RADIUS_KM = 20_100;

    /** Within a distance of a place. */
    record Near(double lat, double lon, double radiusKm) {}

    /** In which order events are listed; {@code key} is what is compared in SQL. */
    enum Order {
        DATE("CAST(extract(epoch FROM e.starts_at) * 1000000 AS bigint)"),
        PRICE("coalesce(e.price_from, 9223372036854775807)"),
        NAME("lower(e.name) COLLATE \"C\""),
        DISTANCE("distance"),
        RELEVANCE("relevance");

        private final String key;

        Order(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }

        String list() {
            return "events-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** The query of the listing, as it came. */
    record Asked(
            @Nullable String q,
            @Nullable String city,
            @Nullable String category,
            @Nullable String from,
            @Nullable String to,
            @Nullable String maxPriceMinor,
            @Nullable String near,
            @Nullable String radiusKm,
            @Nullable String sort,
            @Nullable Integer limit,
            @Nullable String cursor) {}

    /** Throws 422 with all that is wrong. */
    static Search of(Asked asked, Instant now) {
        Check check = new Check();
        check.that(
                "q", asked.q == null || asked.q.length() <= 200, "is too long", "200 characters");
        List<String> words = asked.q == null ? List.of() : SearchText.words(asked.q);
        Near near = near(asked, check);
        Instant from = time(asked.from, "from", false, check);
        Instant to = time(asked.to, "to", true, check);
        Order order = order(asked.sort, near, words, check);
        Long maxPrice = price(asked.maxPriceMinor, check);
        check.orThrow();
        return new Search(
                words,
                blankToNull(asked.city),
                blankToNull(asked.category),
                from == null ? now : from,
                to,
                maxPrice,
                near,
                order,
                PageRequest.of(order.list(), asked.limit, asked.cursor));
    }

    /** Nothing but the agenda, which memory has in order. */
    boolean isAgenda() {
        return words.isEmpty()
                && city == null
                && category == null
                && maxPriceMinor == null
                && near == null
                && order == Order.DATE;
    }

    Optional<Cursor> after() {
        return page.after();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Instant time(
            @Nullable String text, String field, boolean end, Check check) {
        if (blankToNull(text) == null) {
            return null;
        }
        // A plus sign in a query is a space once decoded.
        Instant time = Times.parseDay(String.valueOf(text).strip().replace(' ', '+'), end);
        check.that(field, time != null, "is not a time", Times.ALLOWED + ", or a day: 2026-11-21");
        return time;
    }

    private static @Nullable Long price(@Nullable String text, Check check) {
        if (blankToNull(text) == null) {
            return null;
        }
        boolean whole = String.valueOf(text).strip().matches("\\d{1,15}");
        check.that("maxPriceMinor", whole, "is not an amount", "a whole number of minor units");
        return whole ? Long.valueOf(String.valueOf(text).strip()) : null;
    }

    private static @Nullable Near near(Asked asked, Check check) {
        double radius = USUAL_RADIUS_KM;
        if (blankToNull(asked.radiusKm) != null) {
            radius = number(asked.radiusKm);
            check.that(
                    "radiusKm",
                    radius > 0 && radius <= MAX_RADIUS_KM,
                    "is not a distance",
                    "more than 0, at most 20,100 km");
        }
        if (blankToNull(asked.near) == null) {
            return null;
        }
        String[] parts = String.valueOf(asked.near).split(",", -1);
        double lat = parts.length == 2 ? number(parts[0]) : Double.NaN;
        double lon = parts.length == 2 ? number(parts[1]) : Double.NaN;
        check.that(
                "near",
                Math.abs(lat) <= 90 && Math.abs(lon) <= 180,
                "is not a place",
                "latitude,longitude in degrees such as 48.21,16.37");
        return new Near(lat, lon, radius);
    }

    private static double number(@Nullable String text) {
        try {
            return Double.parseDouble(String.valueOf(text));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static Order order(
            @Nullable String sort, @Nullable Near near, List<String> words, Check check) {
        String word = blankToNull(sort);
        if (word == null) {
            return words.isEmpty() ? Order.DATE : Order.RELEVANCE;
        }
        Order order =
                Arrays.stream(Order.values())
                        .filter(one -> one.name().equalsIgnoreCase(word))
                        .findFirst()
                        .orElse(null);
        String allowed = "date, price, name; distance with near; relevance with q";
        check.that("sort", order != null, "is not known", allowed);
        check.that(
                "sort",
                order != Order.DISTANCE || near != null,
                "asks for a distance to nowhere",
                allowed);
        check.that(
                "sort",
                order != Order.RELEVANCE || !words.isEmpty(),
                "asks for relevance to nothing",
                allowed);
        return order == null ? Order.DATE : order;
    }
}
