package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.catalogue.internal.plans.PlanStore;
import dev.cavea.platform.catalogue.internal.plans.StoredPlan;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.kernel.Ids;
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
    private final Map<Long, Broken> broken = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<Place, PublishedEvent> agenda =
            new ConcurrentSkipListMap<>();

    public PublishedEvents(EventRows rows, PlanStore plans) {
        this.rows = rows;
        this.plans = plans;
    }

    /** Reads all of them, each plan once and side by side. One that is broken harms no other. */
    public void load() {
        long start = System.nanoTime();
        List<EventRow> published = rows.published();
        Map<String, Reading> read =
                published.parallelStream()
                        .map(row -> Objects.requireNonNull(row.plan()))
                        .distinct()
                        .collect(Collectors.toConcurrentMap(digest -> digest, this::read));
        Map<Long, List<TariffRows.Row>> tariffs = rows.tariffs();
        for (EventRow row : published) {
            put(
                    row,
                    Objects.requireNonNull(read.get(row.plan())),
                    tariffs.getOrDefault(row.id(), List.of()));
        }
        LOG.info(
                "{} events with {} plans are in memory after {} ms",
                published.size(),
                read.size(),
                (System.nanoTime() - start) / 1_000_000);
    }

    /** A plan, or why there is none. */
    private record Reading(@Nullable StoredPlan plan, String failure) {}

    private Reading read(String digest) {
        try {
            StoredPlan plan = plans.find(digest).orElse(null);
            return new Reading(plan, plan == null ? "Plan " + digest + " is missing." : "");
        } catch (Problem unreadable) {
            return new Reading(null, String.valueOf(unreadable.getMessage()));
        }
    }

    /** Takes the event as it now is, unless a newer state of it is here. */
    public void put(EventRow row) {
        put(row, read(Objects.requireNonNull(row.plan())), rows.tariffs(row.id()));
    }

    private void put(EventRow row, Reading reading, List<TariffRows.Row> tariffs) {
        StoredPlan plan = reading.plan;
        if (plan == null) {
            breakDown(row, reading.failure, null);
            return;
        }
        try {
            take(row, PublishedEvent.of(row, plan, tariffs));
        } catch (RuntimeException e) {
            breakDown(row, "The event cannot be put on sale: " + e.getMessage(), e);
        }
    }

    private synchronized void take(EventRow row, PublishedEvent fresh) {
        broken.remove(row.id());
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

    /** It is not sold, and not listed; its organiser is told, and whoever operates the server. */
    private synchronized void breakDown(EventRow row, String failure, @Nullable Exception cause) {
        if (row.status() == Status.CANCELLED) {
            LOG.warn("Cancelled event {} cannot be shown: {}", Ids.text(row.id()), failure, cause);
        } else {
            LOG.error("Event {} cannot be sold: {}", Ids.text(row.id()), failure, cause);
        }
        broken.put(row.id(), new Broken(row.status(), failure));
        PublishedEvent old = events.remove(row.id());
        if (old != null) {
            agenda.remove(place(old.row()));
        }
    }

    private record Broken(Status status, String failure) {}

    /** Why a published event is not on sale although it should be; null for one that is well. */
    public @Nullable String problem(long eventId) {
        Broken found = broken.get(eventId);
        return found == null ? null : found.failure;
    }

    @Override
    public List<String> troubles() {
        return broken.entrySet().stream()
                .filter(each -> each.getValue().status != Status.CANCELLED)
                .map(
                        each ->
                                "event "
                                        + Ids.text(each.getKey())
                                        + " cannot be sold: "
                                        + each.getValue().failure)
                .toList();
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
