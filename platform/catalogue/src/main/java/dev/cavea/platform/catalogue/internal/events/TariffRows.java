package dev.cavea.platform.catalogue.internal.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.cavea.platform.catalogue.PriceVersion;
import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.edge.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What events cost and used to cost. */
final class TariffRows {

    private static final String SELECT =
            """
            SELECT id AS event, tariff AS version, prices FROM catalogue.event %1$s
            UNION ALL
            SELECT event, version, tariff.prices FROM catalogue.tariff
            JOIN catalogue.event ON id = event %1$s
            ORDER BY event, version DESC
            """;

    private TariffRows() {}

    /**
     * @param lines as given
     */
    record Row(int version, List<PriceLine> lines) {
        Row {
            lines = List.copyOf(lines);
        }

        PriceVersion priced(SeatingPlan plan) {
            Tariff tariff = Tariff.of(plan, lines);
            return new PriceVersion(version, tariff.prices(), tariff.fees());
        }

        /** A plan may have had other zones when it cost that. */
        boolean prices(SeatingPlan plan) {
            return Tariff.covers(plan, lines);
        }
    }

    /** Of all that were ever published, by event, the newest first. */
    static Map<Long, List<Row>> published(Handle handle) {
        Map<Long, List<Row>> all = new HashMap<>();
        handle.createQuery(SELECT.formatted("WHERE status IN ('published', 'cancelled')"))
                .map((row, _) -> Map.entry(row.getLong("event"), row(row)))
                .forEach(
                        one ->
                                all.computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
                                        .add(one.getValue()));
        return all;
    }

    /** Of this event, the newest first. */
    static List<Row> of(Handle handle, long event) {
        return handle.createQuery(SELECT.formatted("WHERE id = :event"))
                .bind("event", event)
                .map((row, _) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        try {
            return new Row(
                    row.getInt("version"),
                    Json.mapper().readValue(row.getString("prices"), new TypeReference<>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored tariff cannot be read", e);
        }
    }
}
