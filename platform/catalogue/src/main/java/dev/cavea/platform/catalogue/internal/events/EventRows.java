package dev.cavea.platform.catalogue.internal.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.cavea.platform.catalogue.internal.venues.Venue;
import dev.cavea.platform.edge.Json;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The table {@code catalogue.event}. */
@Singleton
public final class EventRows {

    private static final String SELECT =
            """
            SELECT e.*, v.name AS venue_name, v.city, v.country, v.address, v.lat, v.lon,
              v.time_zone
            FROM catalogue.event e LEFT JOIN catalogue.venue v ON v.id = e.venue
            """;

    private final Jdbi database;

    public EventRows(Jdbi database) {
        this.database = database;
    }

    <T> T inTransaction(HandleCallback<T, RuntimeException> work) {
        return database.inTransaction(work);
    }

    /**
     * The event's id: of the one that was made under the same name before, if there is one.
     *
     * @param madeUnder null for no name
     */
    long insert(Handle handle, EventRow row, Instant now, @Nullable UUID madeUnder) {
        if (isInserted(handle, row, now, madeUnder)) {
            return row.id();
        }
        return handle.createQuery("SELECT id FROM catalogue.event WHERE made_under = :madeUnder")
                .bind("madeUnder", madeUnder)
                .mapTo(Long.class)
                .one();
    }

    private static boolean isInserted(
            Handle handle, EventRow row, Instant now, @Nullable UUID madeUnder) {
        return bound(
                                handle.createUpdate(
                                        """
                                                INSERT INTO catalogue.event (id, organiser, status,
                                                  name, description, category, venue, plan,
                                                  starts_at, ends_at, sequence, changed_at,
                                                  prices, price_from, rules, channels,
                                                  task, task_at, revision, created_at, made_under)
                                                VALUES (:id, :organiser, :status, :name,
                                                  :description, :category, :venue, :plan,
                                                  :startsAt, :endsAt, :sequence, :changedAt,
                                                  CAST(:prices AS jsonb), :priceFrom,
                                                  CAST(:rules AS jsonb), CAST(:channels AS jsonb),
                                                  :task, :now, 1, :now,
                                                  CAST(:madeUnder AS uuid))
                                                ON CONFLICT (made_under) DO NOTHING
                                                """),
                                row)
                        .bind("madeUnder", madeUnder)
                        .bind("organiser", row.organiser())
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    /** Writes all but the organiser; the revision grows by one. */
    void update(Handle handle, EventRow row, Instant now) {
        bound(
                        handle.createUpdate(
                                """
                                UPDATE catalogue.event SET status = :status, name = :name,
                                  description = :description, category = :category, venue = :venue,
                                  plan = :plan, starts_at = :startsAt, ends_at = :endsAt,
                                  sequence = :sequence, changed_at = :changedAt,
                                  prices = CAST(:prices AS jsonb), price_from = :priceFrom,
                                  rules = CAST(:rules AS jsonb),
                                  channels = CAST(:channels AS jsonb),
                                  task = :task, task_at = :now, revision = revision + 1
                                WHERE id = :id
                                """),
                        row)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static Update bound(Update update, EventRow row) {
        EventRow.About about = row.about();
        return update.bind("id", row.id())
                .bind("status", row.status().word())
                .bind("name", about.name())
                .bind("description", about.description())
                .bind("category", about.category())
                .bind("venue", row.venue() == null ? null : row.venue().id())
                .bind("plan", row.plan())
                .bind("startsAt", about.startsAt().atOffset(ZoneOffset.UTC))
                .bind("endsAt", utc(about.endsAt()))
                .bind("sequence", row.edition().sequence())
                .bind("changedAt", utc(row.edition().changedAt()))
                .bind("prices", json(row.sale().prices()))
                .bind("priceFrom", row.priceFrom())
                .bind("rules", json(row.sale().rules()))
                .bind("channels", json(row.sale().channels()))
                .bind("task", row.task() == null ? null : row.task().word());
    }

    Optional<EventRow> find(long id) {
        return database.withHandle(handle -> find(handle, id, ""));
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<EventRow> lock(Handle handle, long id) {
        return find(handle, id, " FOR UPDATE OF e");
    }

    private static Optional<EventRow> find(Handle handle, long id, String lock) {
        return handle.createQuery(SELECT + " WHERE e.id = :id" + lock)
                .bind("id", id)
                .map((row, context) -> event(row))
                .findOne();
    }

    void delete(Handle handle, long id) {
        handle.createUpdate("DELETE FROM catalogue.event WHERE id = :id").bind("id", id).execute();
    }

    /** All that were ever published. */
    public List<EventRow> published() {
        return database.withHandle(
                handle ->
                        handle.createQuery(SELECT + " WHERE e.status IN ('published', 'cancelled')")
                                .map((row, context) -> event(row))
                                .list());
    }

    /** Empty for one that was never published. */
    public Optional<EventRow> publishedOne(long id) {
        return find(id).filter(
                        row ->
                                row.status() == Status.PUBLISHED
                                        || row.status() == Status.CANCELLED);
    }

    /** What those cost that were ever published, by event, the newest first. */
    public Map<Long, List<TariffRows.Row>> tariffs() {
        return database.withHandle(TariffRows::published);
    }

    /** What this one costs and used to cost, the newest first. */
    public List<TariffRows.Row> tariffs(long event) {
        return database.withHandle(handle -> TariffRows.of(handle, event));
    }

    /** Events the ledger should have been told of before this, and is not being told of now. */
    List<Long> overdue(Instant before, Instant now) {
        return database.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT id FROM catalogue.event
                                        LEFT JOIN catalogue.telling ON event = id
                                        WHERE task IS NOT NULL AND task_at < :before
                                          AND (until IS NULL OR until <= :now)
                                        ORDER BY task_at LIMIT 100
                                        """)
                                .bind("now", now.atOffset(ZoneOffset.UTC))
                                .bind("before", before.atOffset(ZoneOffset.UTC))
                                .mapTo(Long.class)
                                .list());
    }

    /**
     * The newest first.
     *
     * @param organiser null for everyone's
     * @param before ids below this
     */
    List<EventRow> list(@Nullable Long organiser, long before, int limit) {
        return database.withHandle(
                handle ->
                        handle.createQuery(
                                        SELECT
                                                + """
                                                 WHERE (CAST(:organiser AS bigint) IS NULL
                                                   OR e.organiser = :organiser)
                                                   AND e.id < :before
                                                 ORDER BY e.id DESC LIMIT :limit
                                                """)
                                .bind("organiser", organiser)
                                .bind("before", before)
                                .bind("limit", limit)
                                .map((row, context) -> event(row))
                                .list());
    }

    private static EventRow event(ResultSet row) throws SQLException {
        return new EventRow(
                row.getLong("id"),
                row.getLong("organiser"),
                Status.of(row.getString("status")),
                new EventRow.About(
                        row.getString("name"),
                        row.getString("description"),
                        row.getString("category"),
                        row.getTimestamp("starts_at").toInstant(),
                        instant(row.getTimestamp("ends_at"))),
                new EventRow.Edition(
                        row.getInt("sequence"), row.getTimestamp("changed_at").toInstant()),
                venue(row),
                row.getString("plan"),
                new EventRow.Sale(
                        read(row.getString("prices"), new TypeReference<>() {}),
                        read(row.getString("rules"), new TypeReference<>() {}),
                        read(row.getString("channels"), new TypeReference<>() {})),
                row.getObject("price_from", Long.class),
                Task.of(row.getString("task")),
                row.getLong("revision"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Venue venue(ResultSet row) throws SQLException {
        Long id = row.getObject("venue", Long.class);
        return id == null
                ? null
                : new Venue(
                        id,
                        row.getString("venue_name"),
                        row.getString("city"),
                        row.getString("country"),
                        row.getString("address"),
                        row.getObject("lat", Double.class),
                        row.getObject("lon", Double.class),
                        row.getString("time_zone"));
    }

    private static String json(Object value) {
        return new String(Json.write(value), StandardCharsets.UTF_8);
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return Objects.requireNonNull(Json.mapper().readValue(json, type));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the catalogue wrote something it cannot read", e);
        }
    }
}
