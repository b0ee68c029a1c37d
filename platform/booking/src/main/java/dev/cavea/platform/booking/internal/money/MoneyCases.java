package dev.cavea.platform.booking.internal.money;

import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Money;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The list of what needs a person. */
@Singleton
public final class MoneyCases {

    private static final Logger LOG = LoggerFactory.getLogger(MoneyCases.class);

    private final Jdbi database;
    private final Ids ids;
    private final Clock clock;
    private volatile Map<String, Integer> open = Map.of();

    public MoneyCases(Jdbi database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Within the transaction in which it turns up; does nothing if the same case is already open.
     */
    public void open(Handle handle, CaseKind kind, Subject subject, String detail) {
        long id = ids.next();
        int rows =
                handle.createUpdate(
                                """
                                INSERT INTO booking.money_case (id, kind, booking, payment,
                                    amount_minor, currency, detail, opened_at)
                                VALUES (:id, :kind, :booking, :payment, :amount, :currency,
                                    :detail, :now)
                                ON CONFLICT (payment, kind) WHERE closed_at IS NULL DO NOTHING
                                """)
                        .bind("id", id)
                        .bind("kind", kind.word())
                        .bind("booking", subject.booking())
                        .bind("payment", subject.payment())
                        .bind("amount", subject.amount().amountMinor())
                        .bind("currency", subject.amount().currency())
                        .bind("detail", detail)
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .execute();
        if (rows == 1) {
            LOG.error(
                    "MONEY NEEDS A PERSON: case {}, {}, booking {}: {}",
                    Ids.text(id),
                    kind.word(),
                    Ids.text(subject.booking()),
                    detail);
        }
    }

    /** False if someone has already closed it. */
    public boolean close(Handle handle, long id, Closing closing) {
        return handle.createUpdate(
                                """
                                UPDATE booking.money_case SET closed_at = :now, closed_by = :by,
                                    act = :act, note = :note
                                WHERE id = :id AND closed_at IS NULL
                                """)
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .bind("by", closing.operator())
                        .bind("act", closing.act().word())
                        .bind("note", closing.note())
                        .bind("id", id)
                        .execute()
                == 1;
    }

    public Optional<MoneyCase> find(long id) {
        return database.withHandle(
                handle ->
                        handle.select("SELECT * FROM booking.money_case WHERE id = ?", id)
                                .map((row, _) -> row(row))
                                .findOne());
    }

    /** Open cases, the newest first, before this id. */
    public List<MoneyCase> list(long before, int most) {
        return database.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT * FROM booking.money_case
                                        WHERE closed_at IS NULL AND id < :before
                                        ORDER BY id DESC LIMIT :most
                                        """)
                                .bind("before", before)
                                .bind("most", most)
                                .map((row, _) -> row(row))
                                .list());
    }

    /** Counts them afresh. */
    public void count() {
        Map<String, Integer> counted = new TreeMap<>();
        database.useHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT kind, count(*) AS cases FROM booking.money_case
                                        WHERE closed_at IS NULL GROUP BY kind
                                        """)
                                .map((row, _) -> Map.entry(row.getString(1), row.getInt(2)))
                                .forEach(one -> counted.put(one.getKey(), one.getValue())));
        open = Map.copyOf(counted);
    }

    /** How many are open, by kind, as they were last counted. */
    public Map<String, Integer> open() {
        return open;
    }

    private static MoneyCase row(ResultSet row) throws SQLException {
        Timestamp closed = row.getTimestamp("closed_at");
        return new MoneyCase(
                row.getLong("id"),
                CaseKind.of(row.getString("kind")),
                row.getLong("booking"),
                row.getLong("payment"),
                new Money(row.getLong("amount_minor"), row.getString("currency")),
                row.getString("detail"),
                row.getTimestamp("opened_at").toInstant(),
                closed == null ? null : closed.toInstant());
    }

    /** What a case is about. */
    public record Subject(long booking, long payment, Money amount) {}

    /** Who closes a case, and how. */
    public record Closing(long operator, CaseAct act, @Nullable String note) {}
}
