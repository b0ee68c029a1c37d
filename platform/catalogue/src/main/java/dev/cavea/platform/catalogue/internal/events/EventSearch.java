package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.platform.catalogue.PublishedEvents;
import dev.cavea.platform.catalogue.internal.events.Search.Near;
import dev.cavea.platform.catalogue.internal.events.Search.Order;
import dev.cavea.platform.edge.Cursor;
import dev.cavea.platform.edge.Page;
import dev.cavea.platform.edge.Problems;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Finds published events: PostgreSQL says which and in what order, memory has the rest. */
public final class EventSearch {

    /** Trigrams that a misspelt word must share with one that is meant, of all of its own. */
    private static final double LIKENESS = 0.4;

    private static final int TOO_SHORT_FOR_ERRORS = 3;

    /** Great-circle distance in metres. */
    private static final String DISTANCE =
            """
            CAST(12742000 * asin(least(1, sqrt(power(sin(radians(v.lat - :lat) / 2), 2)
              + cos(radians(:lat)) * cos(radians(v.lat))
              * power(sin(radians(v.lon - :lon) / 2), 2)))) AS bigint)
            """;

    private final Jdbi database;
    private final PublishedEvents events;

    public EventSearch(Jdbi database, PublishedEvents events) {
        this.database = database;
        this.events = events;
    }

    /** An event and what it is ordered by. */
    private record Hit(long id, String key) {}

    Page<PublishedEvent> find(Search search) {
        return search.isAgenda() ? agenda(search) : found(search);
    }

    /** From memory: the page that everybody opens. */
    private Page<PublishedEvent> agenda(Search search) {
        Instant after = search.from();
        long id = -1;
        if (search.after().isPresent()) {
            Cursor cursor = search.after().get();
            long micros = number(cursor, 0);
            after = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
            id = number(cursor, 1);
        }
        Instant to = search.to();
        List<PublishedEvent> shown =
                events.agendaAfter(after, id)
                        .takeWhile(event -> to == null || startsAt(event).isBefore(to))
                        .limit(search.page().limitAndOne())
                        .toList();
        return Page.of(
                shown,
                search.page().limit(),
                event -> Cursor.of(Order.DATE.list(), micros(startsAt(event)), event.row().id()));
    }

    private static Instant startsAt(PublishedEvent event) {
        return event.row().about().startsAt();
    }

    private static long micros(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
    }

    private static long number(Cursor cursor, int key) {
        try {
            return Long.parseLong(cursor.keys().get(key));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw Problems.invalidField("cursor", "was not given out here", "a nextCursor");
        }
    }

    private Page<PublishedEvent> found(Search search) {
        List<Hit> hits =
                database.inTransaction(
                        handle -> {
                            handle.execute(
                                    "SET LOCAL pg_trgm.word_similarity_threshold = " + LIKENESS);
                            return query(handle, search);
                        });
        Page<Hit> page =
                Page.of(
                        hits,
                        search.page().limit(),
                        hit -> Cursor.of(search.order().list(), hit.key, hit.id));
        List<PublishedEvent> found =
                page.items().stream()
                        .map(hit -> events.find(hit.id))
                        .filter(Objects::nonNull)
                        .toList();
        return new Page<>(found, page.nextCursor());
    }

    private List<Hit> query(Handle handle, Search search) {
        Near near = search.near();
        List<String> conditions = conditions(search);
        boolean text = search.order() == Order.NAME;
        String sql =
                """
                SELECT id, CAST(key AS text) AS key FROM (
                  SELECT e.id, %s AS key FROM catalogue.event e
                  LEFT JOIN catalogue.venue v ON v.id = e.venue
                  WHERE %s) AS hits
                WHERE CAST(:after AS text) IS NULL
                  OR (key, id) > (CAST(:after AS %s), :afterId)
                ORDER BY hits.key, hits.id LIMIT :limit
                """
                        .formatted(
                                key(search),
                                String.join(" AND ", conditions),
                                text ? "text" : "bigint");
        Query query = handle.createQuery(sql);
        bind(query, search);
        if (near != null) {
            query.bind("lat", near.lat()).bind("lon", near.lon());
            query.bind("radius", near.radiusKm() * 1_000);
        }
        return query.map((row, context) -> new Hit(row.getLong("id"), row.getString("key"))).list();
    }

    private static String key(Search search) {
        return switch (search.order()) {
            case DATE, PRICE, NAME -> search.order().key();
            case DISTANCE -> DISTANCE;
            case RELEVANCE ->
                    "CAST(-1000 * ("
                            + String.join(
                                    " + ",
                                    IntStream.range(0, search.words().size())
                                            .mapToObj(
                                                    i ->
                                                            "word_similarity(:word"
                                                                    + i
                                                                    + ", e.search)")
                                            .toList())
                            + ") AS bigint)";
        };
    }

    private static List<String> conditions(Search search) {
        List<String> conditions = new ArrayList<>();
        conditions.add("e.status = 'published'");
        conditions.add("e.starts_at > :from");
        if (search.to() != null) {
            conditions.add("e.starts_at < :to");
        }
        if (search.city() != null) {
            conditions.add("lower(v.city) = lower(:city)");
        }
        if (search.category() != null) {
            conditions.add("e.category = lower(:category)");
        }
        if (search.maxPriceMinor() != null) {
            conditions.add("e.price_from <= :maxPrice");
        }
        if (search.near() != null) {
            conditions.add(DISTANCE + " <= :radius");
        }
        for (int i = 0; i < search.words().size(); i++) {
            boolean exact = search.words().get(i).length() <= TOO_SHORT_FOR_ERRORS;
            String like = "e.search LIKE :like" + i;
            conditions.add(exact ? like : "(" + like + " OR :word" + i + " <% e.search)");
        }
        return conditions;
    }

    private static void bind(Query query, Search search) {
        Cursor after = search.after().orElse(null);
        query.bind("from", search.from().atOffset(ZoneOffset.UTC))
                .bind("limit", search.page().limitAndOne())
                .bind("after", after == null ? null : checkedKey(after, search.order()))
                .bind("afterId", after == null ? 0L : number(after, 1));
        Instant to = search.to();
        if (to != null) {
            query.bind("to", to.atOffset(ZoneOffset.UTC));
        }
        optional(query, "city", search.city());
        optional(query, "category", search.category());
        if (search.maxPriceMinor() != null) {
            query.bind("maxPrice", search.maxPriceMinor());
        }
        for (int i = 0; i < search.words().size(); i++) {
            query.bind("word" + i, search.words().get(i));
            // Plain words: no letter of them means anything to LIKE.
            query.bind("like" + i, "%" + search.words().get(i) + "%");
        }
    }

    private static void optional(Query query, String name, @Nullable String value) {
        if (value != null) {
            query.bind(name, value);
        }
    }

    private static String checkedKey(Cursor after, Order order) {
        return order == Order.NAME ? after.keys().getFirst() : Long.toString(number(after, 0));
    }
}
