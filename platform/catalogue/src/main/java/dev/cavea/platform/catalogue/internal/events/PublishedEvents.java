package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.catalogue.internal.plans.PlanStore;
import dev.cavea.platform.catalogue.internal.plans.StoredPlan;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The published events, from memory: read from PostgreSQL at the start, then kept fresh by who
 * changes one here and by {@link EventChanges} for changes made on other servers.
 */
public final class PublishedEvents implements Catalogue {

    /** In the order of the agenda. */
    private record Place(Instant startsAt, long id) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::startsAt).thenComparing(Place::id);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(PublishedEvents.class);

    private final EventRows rows;
    private final PlanStore plans;
    private final Map<Long, PublishedEvent> events = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<Place, PublishedEvent> agenda =
            new ConcurrentSkipListMap<>();

    public PublishedEvents(EventRows rows, PlanStore plans) {
        this.rows = rows;
        this.plans = plans;
    }

    /** Reads all of them, each plan once and side by side. */
    public void load() {
        long start = System.nanoTime();
        List<EventRow> published = rows.published();
        Map<String, StoredPlan> kept =
                published.parallelStream()
                        .map(row -> Objects.requireNonNull(row.plan()))
                        .distinct()
                        .collect(Collectors.toConcurrentMap(digest -> digest, this::plan));
        for (EventRow row : published) {
            put(row, Objects.requireNonNull(kept.get(row.plan())));
        }
        LOG.info(
                "{} events with {} plans are in memory after {} ms",
                published.size(),
                kept.size(),
                (System.nanoTime() - start) / 1_000_000);
    }

    private StoredPlan plan(String digest) {
        return plans.find(digest)
                .orElseThrow(() -> new IllegalStateException("plan " + digest + " is missing"));
    }

    /** Takes the event as it now is, unless a newer state of it is here. */
    public void put(EventRow row) {
        put(row, plan(Objects.requireNonNull(row.plan())));
    }

    private void put(EventRow row, StoredPlan plan) {
        PublishedEvent fresh = PublishedEvent.of(row, plan);
        synchronized (this) {
            PublishedEvent old = events.get(row.id());
            if (old != null && old.row().revision() > row.revision()) {
                return;
            }
            if (old != null) {
                agenda.remove(place(old.row()));
            }
            events.put(row.id(), fresh);
            if (row.status() == Status.PUBLISHED) {
                agenda.put(place(row), fresh);
            }
        }
    }

    /** Reads one event again that was changed elsewhere. */
    public void refresh(long eventId) {
        rows.publishedOne(eventId).ifPresent(this::put);
    }

    private static Place place(EventRow row) {
        return new Place(row.about().startsAt(), row.id());
    }

    @Override
    public @Nullable EventOnSale onSale(long eventId) {
        PublishedEvent event = events.get(eventId);
        return event == null ? null : event.onSale();
    }

    @Override
    public Collection<EventOnSale> allOnSale() {
        return events.values().stream().map(PublishedEvent::onSale).toList();
    }

    /** Null for an event that does not exist or was never published. */
    public @Nullable PublishedEvent find(long eventId) {
        return events.get(eventId);
    }

    /** Published and not cancelled, by when they start, from behind this place on. */
    public Stream<PublishedEvent> agendaAfter(Instant startsAt, long id) {
        return agenda.tailMap(new Place(startsAt, id), false).values().stream();
    }
}
