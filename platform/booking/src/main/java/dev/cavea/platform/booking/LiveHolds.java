package dev.cavea.platform.booking;

import dev.cavea.ledger.core.event.Event;
import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.ledger.core.event.HoldExpired;
import dev.cavea.ledger.core.event.HoldExtended;
import dev.cavea.ledger.core.event.HoldPinned;
import dev.cavea.ledger.core.event.HoldReleased;
import dev.cavea.ledger.core.event.HoldSold;
import dev.cavea.ledger.core.event.HouseClosed;
import dev.cavea.ledger.core.event.HouseOpened;
import dev.cavea.ledger.core.event.PlacesBlocked;
import dev.cavea.ledger.core.event.PlacesHeld;
import dev.cavea.ledger.core.event.PlacesReturned;
import dev.cavea.ledger.core.event.PlacesUnblocked;
import dev.cavea.ledger.core.event.RulesChanged;
import dev.cavea.ledger.core.event.SeatsMoved;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.platform.booking.internal.hold.HoldIds;
import dev.cavea.platform.booking.internal.hold.Refusals;
import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventOnSale;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All holds that have not ended, in memory, according to the feed. The ledger has the last word;
 * this is for showing a hold and for knowing its seats and owner.
 */
public final class LiveHolds {

    /** How long after its end a hold that the feed never ended is forgotten. */
    private static final long FORGET_AFTER_MILLIS = 60_000;

    /** Of one buyer, when their own holds are why something is refused. */
    private static final int MOST_SHOWN = 50;

    private final Catalogue catalogue;
    private final Map<HoldName, Known> holds = new ConcurrentHashMap<>();
    private final Map<Basket, Set<HoldName>> baskets = new ConcurrentHashMap<>();
    private final Ending ending;
    private volatile long position;

    /** Hears of each hold that ends, on the feed's thread. */
    @FunctionalInterface
    public interface Ending {
        void ended(HoldName hold, boolean sold);
    }

    public LiveHolds(Catalogue catalogue) {
        this(catalogue, (hold, sold) -> {});
    }

    public LiveHolds(Catalogue catalogue, Ending ending) {
        this.catalogue = catalogue;
        this.ending = ending;
    }

    /** The hold, while it is live. */
    public Optional<LiveHold> find(HoldName name) {
        Known known = holds.get(name);
        if (known == null) {
            return Optional.empty();
        }
        EventOnSale event = known.event;
        if (event == null) {
            EventOnSale now = catalogue.onSale(name.event());
            if (now == null) {
                return Optional.empty();
            }
            event = HoldIds.priced(now, name.id());
        }
        if (event == null) {
            throw Refusals.priceUnknown();
        }
        return Optional.of(known.as(event));
    }

    /** The hold without regard to its price. */
    private Stream<LiveHold> places(HoldName name) {
        Known known = holds.get(name);
        EventOnSale event = known == null ? null : known.event;
        if (event == null) {
            event = catalogue.onSale(name.event());
        }
        return known == null || event == null ? Stream.empty() : Stream.of(known.as(event));
    }

    boolean has(HoldName name) {
        return holds.containsKey(name);
    }

    private @Nullable EventOnSale told(PlacesHeld held) {
        EventOnSale now = catalogue.onSale(held.house());
        return now == null ? null : HoldIds.priced(now, held.hold());
    }

    /**
     * What a buyer currently holds of an event; few, and usually none. Which places, that is: their
     * prices may be others.
     */
    public List<LiveHold> of(long event, long buyer) {
        return baskets.getOrDefault(new Basket(event, buyer), Set.of()).stream()
                .limit(MOST_SHOWN)
                .flatMap(this::places)
                .toList();
    }

    /** How many there are. */
    public int count() {
        return holds.size();
    }

    /** Takes consecutive entries of the feed, on the feed's thread. */
    public void accept(List<FeedEntry> entries) {
        for (FeedEntry entry : entries) {
            apply(entry.position(), entry.event());
            position = entry.position();
        }
    }

    /** How far this has followed the feed. */
    long position() {
        return position;
    }

    /** What comes next in the feed is the entry after this one. */
    void startAfter(long last) {
        position = last;
    }

    /** A hold that this process has just been granted, so that it is found before the feed came. */
    void remember(LiveHold hold) {
        if (hold.position() > position) {
            put(hold.name(), Known.of(hold));
        }
    }

    /** From here on the feed has every hold that is live now. Forgets those long over. */
    long watermark(long logTimeMillis) {
        long oldest = position + 1;
        for (Map.Entry<HoldName, Known> entry : holds.entrySet()) {
            if (entry.getValue().endMillis() + FORGET_AFTER_MILLIS < logTimeMillis) {
                remove(entry.getKey(), false);
            } else {
                oldest = Math.min(oldest, entry.getValue().position);
            }
        }
        return oldest;
    }

    private void put(HoldName name, Known known) {
        if (holds.putIfAbsent(name, known) == null) {
            baskets.compute(
                    new Basket(name.event(), known.buyer),
                    (_, held) -> {
                        Set<HoldName> all = held == null ? ConcurrentHashMap.newKeySet(1) : held;
                        all.add(name);
                        return all;
                    });
        }
    }

    private void remove(HoldName name, boolean sold) {
        ending.ended(name, sold);
        Known known = holds.remove(name);
        if (known != null) {
            baskets.computeIfPresent(
                    new Basket(name.event(), known.buyer),
                    (_, held) -> {
                        held.remove(name);
                        return held.isEmpty() ? null : held;
                    });
        }
    }

    private void apply(long at, Event event) {
        switch (event) {
            case PlacesHeld held ->
                    put(new HoldName(held.house(), held.hold()), Known.of(held, at, told(held)));
            case HoldExtended(long house, HoldId id, long expiresAt) ->
                    holds.computeIfPresent(
                            new HoldName(house, id), (_, known) -> known.until(expiresAt));
            case HoldPinned(long house, HoldId id, long pinnedUntil) ->
                    holds.computeIfPresent(
                            new HoldName(house, id), (_, known) -> known.pinned(pinnedUntil));
            case HoldReleased over -> remove(new HoldName(over.house(), over.hold()), false);
            case HoldExpired over -> remove(new HoldName(over.house(), over.hold()), false);
            case HoldSold over -> remove(new HoldName(over.house(), over.sale()), true);
            case HouseOpened _,
                    RulesChanged _,
                    PlacesReturned _,
                    PlacesBlocked _,
                    PlacesUnblocked _,
                    SeatsMoved _,
                    HouseClosed _ -> {}
        }
    }

    /** A buyer at an event. */
    private record Basket(long event, long buyer) {}

    /**
     * @param event at the hold's own prices; null if the catalogue did not have it yet
     */
    private record Known(
            HoldId id,
            @Nullable EventOnSale event,
            long buyer,
            Places places,
            long expiresAtMillis,
            long pinnedUntilMillis,
            long position) {

        static Known of(PlacesHeld held, long at, @Nullable EventOnSale event) {
            return new Known(
                    held.hold(), event, held.buyer(), held.places(), held.expiresAtMillis(), 0, at);
        }

        static Known of(LiveHold hold) {
            return new Known(
                    hold.id(),
                    hold.event(),
                    hold.buyer(),
                    hold.places(),
                    hold.expiresAtMillis(),
                    hold.pinnedUntilMillis(),
                    hold.position());
        }

        LiveHold as(EventOnSale onSale) {
            return new LiveHold(
                    id, onSale, buyer, places, expiresAtMillis, pinnedUntilMillis, position);
        }

        Known until(long newEnd) {
            return new Known(id, event, buyer, places, newEnd, pinnedUntilMillis, position);
        }

        Known pinned(long newPin) {
            return new Known(id, event, buyer, places, expiresAtMillis, newPin, position);
        }

        long endMillis() {
            return Math.max(expiresAtMillis, pinnedUntilMillis);
        }
    }
}
