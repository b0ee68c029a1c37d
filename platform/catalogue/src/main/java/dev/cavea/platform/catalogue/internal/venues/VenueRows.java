package dev.cavea.platform.catalogue.internal.venues;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The table {@code catalogue.venue}. */
public final class VenueRows {

    private final Jdbi database;

    public VenueRows(Jdbi database) {
        this.database = database;
    }

    void insert(Venue venue, long createdBy, Instant now) {
        database.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        INSERT INTO catalogue.venue (id, name, city, country,
                                          address, lat, lon, time_zone, created_by, created_at)
                                        VALUES (:id, :name, :city, :country, :address, :lat, :lon,
                                          :timeZone, :createdBy, :now)
                                        """)
                                .bindMethods(venue)
                                .bind("createdBy", createdBy)
                                .bind("now", now.atOffset(ZoneOffset.UTC))
                                .execute());
    }

    public Optional<Venue> find(long id) {
        return database.withHandle(
                handle ->
                        handle.createQuery("SELECT v.* FROM catalogue.venue v WHERE v.id = :id")
                                .bind("id", id)
                                .map((row, context) -> venue(row))
                                .findOne());
    }

    /** By name. */
    List<Venue> list(@Nullable String afterName, long afterId, int limit) {
        return database.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT v.* FROM catalogue.venue v
                                        WHERE CAST(:name AS text) IS NULL
                                          OR (v.name COLLATE "C", v.id) > (:name, :id)
                                        ORDER BY v.name COLLATE "C", v.id LIMIT :limit
                                        """)
                                .bind("name", afterName)
                                .bind("id", afterId)
                                .bind("limit", limit)
                                .map((row, context) -> venue(row))
                                .list());
    }

    private static Venue venue(ResultSet row) throws SQLException {
        return new Venue(
                row.getLong("id"),
                row.getString("name"),
                row.getString("city"),
                row.getString("country"),
                row.getString("address"),
                row.getObject("lat", Double.class),
                row.getObject("lon", Double.class),
                row.getString("time_zone"));
    }
}
