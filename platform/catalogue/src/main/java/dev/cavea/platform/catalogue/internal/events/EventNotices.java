package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.platform.catalogue.EventNews;
import dev.cavea.platform.catalogue.internal.venues.Venue;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The table {@code catalogue.event_notice}: written with the change that it tells of. */
@Singleton
public final class EventNotices implements EventNews {

    private final Jdbi database;

    public EventNotices(Jdbi database) {
        this.database = database;
    }

    /** Records what ticket holders must know; nothing else. */
    static void note(Handle handle, long id, EventRow old, EventRow next, Instant now) {
        boolean moved = !old.about().startsAt().equals(next.about().startsAt());
        if (old.status() == Status.DRAFT || (!moved && Objects.equals(old.venue(), next.venue()))) {
            return;
        }
        handle.createUpdate(
                        """
                        INSERT INTO catalogue.event_notice (id, event, changed_at, old_start,
                          old_venue, old_zone, new_start, new_venue, new_zone)
                        VALUES (:id, :event, :now, :oldStart, :oldVenue, :oldZone, :newStart,
                          :newVenue, :newZone)
                        """)
                .bind("id", id)
                .bind("event", next.id())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("oldStart", old.about().startsAt().atOffset(ZoneOffset.UTC))
                .bind("oldVenue", Venue.line(old.venue()))
                .bind("oldZone", Venue.zone(old.venue()).getId())
                .bind("newStart", next.about().startsAt().atOffset(ZoneOffset.UTC))
                .bind("newVenue", Venue.line(next.venue()))
                .bind("newZone", Venue.zone(next.venue()).getId())
                .execute();
    }

    @Override
    public List<Change> untold(int atMost) {
        return database.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT * FROM catalogue.event_notice
                                        WHERE told_at IS NULL ORDER BY id LIMIT :atMost
                                        """)
                                .bind("atMost", atMost)
                                .map(
                                        (row, _) ->
                                                new Change(
                                                        row.getLong("id"),
                                                        row.getLong("event"),
                                                        row.getTimestamp("changed_at").toInstant(),
                                                        when(
                                                                row.getTimestamp("old_start"),
                                                                row.getString("old_venue"),
                                                                row.getString("old_zone")),
                                                        when(
                                                                row.getTimestamp("new_start"),
                                                                row.getString("new_venue"),
                                                                row.getString("new_zone"))))
                                .list());
    }

    private static WhenAndWhere when(Timestamp start, @Nullable String venue, String zone) {
        return new WhenAndWhere(start.toInstant(), venue, ZoneId.of(zone));
    }

    @Override
    public void told(long change) {
        database.useHandle(
                handle ->
                        handle.execute(
                                "UPDATE catalogue.event_notice SET told_at = now() WHERE id = ?",
                                change));
    }
}
