package dev.cavea.platform.live;

import dev.cavea.ledger.client.LedgerImage;
import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.platform.catalogue.Availability;
import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.live.internal.house.Delta;
import dev.cavea.platform.live.internal.house.EventsToSeats;
import dev.cavea.platform.live.internal.house.LiveHouse;
import dev.cavea.platform.live.internal.house.Progress;
import dev.cavea.platform.live.internal.http.SeatWords;
import dev.cavea.platform.live.internal.watch.FanOut;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** The seat maps of all houses, kept fresh by the feed. */
public final class LiveMaps implements Availability, AutoCloseable {

    private final Map<Long, LiveHouse> houses = new ConcurrentHashMap<>();
    private final Catalogue catalogue;
    private final FanOut fanOut;
    private final Progress progress = new Progress();
    private final EventCounts events = new EventCounts();

    public LiveMaps(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.fanOut = new FanOut(this::words);
    }

    /** The whole house before its first event. */
    @Override
    public int free(EventOnSale event) {
        return house(event).free();
    }

    /** How many events the feed has delivered since the start, by kind. */
    public Map<String, LongAdder> eventCounts() {
        return events.byKind();
    }

    /** How many connections are watching, over all houses. */
    public int watchers() {
        return fanOut.watchers();
    }

    @Override
    public void close() {
        fanOut.close();
    }

    /** All houses afresh, at the start and after a break in the feed. */
    void load(LedgerImage image) {
        for (LedgerImage.House one : image.houses()) {
            LiveHouse house = house(one.house());
            house.reset(one);
            fanOut.touched(house);
        }
        progress.reached(image.position());
    }

    void apply(List<FeedEntry> entries) {
        for (FeedEntry entry : entries) {
            LiveHouse house = house(entry.event().house());
            EventsToSeats.apply(house, entry);
            events.count(entry.event());
            fanOut.touched(house);
        }
        progress.reached(entries.getLast().position());
    }

    Progress progress() {
        return progress;
    }

    LiveHouse house(EventOnSale event) {
        SeatingPlan plan = event.plan();
        LiveHouse house =
                houses.computeIfAbsent(
                        event.id(), id -> new LiveHouse(id, plan.seatCount(), capacities(plan)));
        house.knowPlan(digest(plan));
        return house;
    }

    FanOut fanOut() {
        return fanOut;
    }

    private LiveHouse house(long id) {
        return houses.computeIfAbsent(id, unknown -> new LiveHouse(unknown, 0, new int[0]));
    }

    private String words(Delta delta) {
        EventOnSale event = catalogue.onSale(delta.house());
        if (event == null) {
            throw new IllegalStateException("watched, but not published: " + delta.house());
        }
        return SeatWords.of(delta, event.plan());
    }

    private static int[] capacities(SeatingPlan plan) {
        return plan.areas().stream().mapToInt(SeatingPlan.Area::capacity).toArray();
    }

    /** The first eight bytes, the first of them lowest. */
    private static long digest(SeatingPlan plan) {
        return Long.reverseBytes(HexFormat.fromHexDigitsToLong(plan.digest(), 0, 16));
    }
}
