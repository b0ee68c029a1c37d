package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.platform.edge.Check;
import dev.cavea.platform.edge.Cursor;
import dev.cavea.platform.edge.PageRequest;
import dev.cavea.platform.kernel.Decimal;
import dev.cavea.platform.kernel.Unfit;
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
 * @param city plain
 * @param category plain
 * @param near null for anywhere
 */
record Search(
        List<String> words,
        @Nullable String city,
        @Nullable String category,
        Period period,
        @Nullable Long maxPriceMinor,
        @Nullable String currency,
        @Nullable Near near,
        Order order,
        PageRequest page) {

    private static final double USUAL_RADIUS_KM = 50;
    private static final double MAX_RADIUS_KM = 20_100;
    private static final long MOST_MINOR = 999_999_999_999_999L;
    private static final int LONGEST_TEXT = 200;

    /** Within a distance of a place. */
    record Near(double lat, double lon, double radiusKm) {}

    /** In which order events are listed. */
    enum Order {
        DATE,
        PRICE,
        NAME,
        DISTANCE,
        RELEVANCE;

        String list() {
            return "events-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Throws 422 with all that is wrong. */
    static Search of(SearchParameters asked, Instant now) {
        Check check = new Check();
        String q = check.lineIfAny("q", asked.q, LONGEST_TEXT);
        List<String> words = q == null ? List.of() : SearchText.words(q);
        Near near = near(asked, check);
        Period period = Period.of(asked.from, asked.to, now, check);
        Order order = order(asked.sort, near, words, check);
        Long maxPrice = check.wholeIfAny("maxPriceMinor", asked.maxPriceMinor, 0, MOST_MINOR);
        String currency = blankToNull(asked.currency);
        String city = plain("city", asked.city, check);
        String category = plain("category", asked.category, check);
        check.orThrow();
        return new Search(
                words,
                city,
                category,
                period,
                maxPrice,
                currency == null ? null : currency.toUpperCase(Locale.ROOT),
                near,
                order,
                asked.page(order.list()));
    }

    Optional<Cursor> after() {
        return page.after();
    }

    private static @Nullable String plain(String field, @Nullable String text, Check check) {
        String given = check.lineIfAny(field, text, LONGEST_TEXT);
        if (given == null) {
            return null;
        }
        String plain = SearchText.plain(given);
        check.that(
                field,
                !plain.isEmpty(),
                "is not a suitable text",
                "1 to " + LONGEST_TEXT + " characters, with a letter or digit");
        return plain;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Near near(SearchParameters asked, Check check) {
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
            check.that(
                    "radiusKm",
                    blankToNull(asked.radiusKm) == null,
                    "needs a place to measure from",
                    "together with near");
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

    /** No number is far from everything. */
    private static double number(@Nullable String text) {
        try {
            return Decimal.parse(String.valueOf(text)).doubleValue();
        } catch (Unfit e) {
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
        check.that("sort", order != null, "is unknown", allowed);
        check.that(
                "sort",
                order != Order.DISTANCE || near != null,
                "needs a place to measure from",
                allowed);
        check.that(
                "sort",
                order != Order.RELEVANCE || !words.isEmpty(),
                "needs words to search for",
                allowed);
        return order == null ? Order.DATE : order;
    }
}
