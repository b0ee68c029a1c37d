package dev.cavea.platform.audit.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cavea.platform.audit.AuditEntry;
import dev.cavea.platform.audit.AuditRecord;
import dev.cavea.platform.audit.AuditSearch;
import dev.cavea.platform.edge.Json;
import dev.cavea.platform.kernel.Ids;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code audit.entry}. */
public final class Entries {

    private Entries() {}

    public static void insert(
            Handle handle, long id, Instant at, @Nullable String address, AuditEntry entry) {
        handle.createUpdate(
                        """
                        INSERT INTO audit.entry (id, at, account, role, act, subject_type, subject,
                            address, before, after)
                        VALUES (:id, :at, :account, :role, :act, :type, :subject, :address,
                            CAST(:before AS jsonb), CAST(:after AS jsonb))
                        """)
                .bind("id", id)
                .bind("at", utc(at))
                .bind("account", entry.account())
                .bind("role", entry.role())
                .bind("act", entry.act().word())
                .bind("type", entry.subjectType())
                .bind("subject", entry.subject())
                .bind("address", address)
                .bind("before", json(entry.before()))
                .bind("after", json(entry.after()))
                .execute();
    }

    public static List<AuditRecord> search(
            Handle handle, AuditSearch search, long before, int most) {
        StringBuilder where = new StringBuilder("id < :before");
        add(where, search.account(), "account = :account");
        add(where, search.act(), "act = :act");
        add(where, search.subject(), "subject = :subject");
        add(where, search.from(), "at >= :from");
        add(where, search.to(), "at < :to");
        return handle.createQuery(
                        "SELECT * FROM audit.entry WHERE "
                                + where
                                + " ORDER BY id DESC LIMIT :most")
                .bind("before", before)
                .bind("most", most)
                .bind("account", search.account())
                .bind("act", search.act() == null ? null : search.act().word())
                .bind("subject", search.subject())
                .bind("from", utc(search.from()))
                .bind("to", utc(search.to()))
                .configure(
                        org.jdbi.v3.core.statement.SqlStatements.class,
                        statements -> statements.setUnusedBindingAllowed(true))
                .map((row, _) -> entry(row))
                .list();
    }

    private static void add(StringBuilder where, @Nullable Object wanted, String condition) {
        if (wanted != null) {
            where.append(" AND ").append(condition);
        }
    }

    /**
     * How many were removed: entries before the first moment, and those of strangers before the
     * second.
     */
    public static int forget(Handle handle, Instant before, Instant strangersBefore, int most) {
        handle.execute("SET LOCAL audit.forgetting = 'on'");
        return handle.createUpdate(
                        """
                        DELETE FROM audit.entry WHERE id IN (
                            SELECT id FROM audit.entry
                            WHERE at < :before OR (at < :strangers AND account IS NULL
                                AND act LIKE 'log-in%')
                            ORDER BY at LIMIT :most)
                        """)
                .bind("before", utc(before))
                .bind("strangers", utc(strangersBefore))
                .bind("most", most)
                .execute();
    }

    private static AuditRecord entry(ResultSet row) throws SQLException {
        Long account = row.getObject("account", Long.class);
        return new AuditRecord(
                Ids.text(row.getLong("id")),
                row.getTimestamp("at").toInstant(),
                account == null ? null : Ids.text(account),
                row.getString("role"),
                row.getString("act"),
                new AuditRecord.Subject(row.getString("subject_type"), row.getString("subject")),
                row.getString("address"),
                tree(row.getString("before")),
                tree(row.getString("after")));
    }

    private static @Nullable String json(Map<String, Object> fields) {
        return fields.isEmpty() ? null : new String(Json.write(fields), StandardCharsets.UTF_8);
    }

    private static @Nullable JsonNode tree(@Nullable String json) {
        try {
            return json == null ? null : Json.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL keeps no broken JSON", e);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
