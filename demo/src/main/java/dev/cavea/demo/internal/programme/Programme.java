package dev.cavea.demo.internal.programme;

import dev.cavea.platform.edge.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The demo's venues, plans and events, as {@code demo/programme.json} has them. */
public record Programme(List<Place> venues, List<House> plans, List<Entry> events) {

    private static final String FOLDER = "/demo/";

    /** A made-up venue. */
    record Place(
            String key,
            String name,
            String city,
            String country,
            double lat,
            double lon,
            String timeZone) {}

    /** A plan: a file beside the programme, or what to generate. */
    record House(String key, @Nullable String file, @Nullable Map<String, Object> generate) {}

    /**
     * An event.
     *
     * @param at local time at the venue, on the day that is this many days from now
     * @param prices face values by zone, in minor units
     * @param opensInMinutes when the sale opens; null: it is open
     * @param sell the share of its seats that simulated fans buy at the start
     */
    record Entry(
            String key,
            String name,
            String description,
            String category,
            String venue,
            String plan,
            int inDays,
            String at,
            String currency,
            Map<String, Long> prices,
            int feePercent,
            @Nullable Integer opensInMinutes,
            @Nullable Integer maxSeatsPerBuyer,
            @Nullable Boolean refuseOrphans,
            @Nullable Double sell) {}

    /** The one that comes with the product. */
    public static Programme standard() {
        return Json.read(resource("programme.json"), Programme.class);
    }

    static byte[] resource(String name) {
        try (InputStream in = Programme.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the demo's file " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
