package dev.cavea.platform.audit;

import dev.cavea.platform.audit.internal.Entries;
import dev.cavea.platform.audit.internal.StrangersBudget;
import dev.cavea.platform.edge.ClientAddress;
import dev.cavea.platform.kernel.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way into the audit trail. An entry is a row, and a line in the logger {@code cavea.audit}
 * with ids only. If the act has a transaction, the entry is part of it: neither exists without the
 * other.
 */
public final class Audit {

    private static final Logger LOG = LoggerFactory.getLogger("cavea.audit");

    /**
     * Entries that someone without an account can cause are removed sooner, so that they cannot
     * fill the disk.
     */
    private static final Duration STRANGERS_KEPT = Duration.ofDays(30);

    private static final int FORGOTTEN_AT_ONCE = 10_000;

    private final Jdbi database;
    private final ClientAddress address;
    private final Ids ids;
    private final Clock clock;
    private final StrangersBudget strangers = new StrangersBudget();

    public Audit(Jdbi database, ClientAddress address, Clock clock) {
        this.database = database;
        this.address = address;
        this.ids = new Ids(clock);
        this.clock = clock;
    }

    /** Writes it in its own transaction. */
    public void record(AuditEntry entry) {
        database.useTransaction(handle -> record(handle, entry));
    }

    /** Writes it in the transaction of the act. */
    public void record(Handle handle, AuditEntry entry) {
        String from = address.current();
        Entries.insert(handle, ids.next(), clock.instant(), from, entry);
        handle.afterCommit(() -> log(entry));
    }

    /**
     * For what strangers can cause as often as they like: only so many per address, and in all, are
     * written each minute. The rest are counted, and the count is written.
     */
    public void recordStranger(AuditEntry entry) {
        StrangersBudget.Decision decision = strangers.take(address.current(), clock.instant());
        if (decision.uncounted() > 0) {
            record(
                    AuditEntry.of(Act.LOG_INS_NOT_WRITTEN, "platform", "log-ins")
                            .with("count", decision.uncounted()));
        }
        if (decision.allowed()) {
            record(entry);
        }
    }

    /** Newest first, with ids below this. */
    public List<AuditRecord> search(AuditSearch search, long before, int most) {
        return database.withHandle(handle -> Entries.search(handle, search, before, most));
    }

    /** Removes anything older than this; what strangers did, after a month. */
    public void forget(Duration kept) {
        Instant now = clock.instant();
        Duration strangersKept = kept.compareTo(STRANGERS_KEPT) < 0 ? kept : STRANGERS_KEPT;
        int gone = FORGOTTEN_AT_ONCE;
        while (gone == FORGOTTEN_AT_ONCE) {
            gone =
                    database.inTransaction(
                            handle ->
                                    Entries.forget(
                                            handle,
                                            now.minus(kept),
                                            now.minus(strangersKept),
                                            FORGOTTEN_AT_ONCE));
        }
    }

    private static void log(AuditEntry entry) {
        LOG.info(
                "act={} account={} role={} subject={}/{}",
                entry.act().word(),
                text(entry.account()),
                entry.role() == null ? "-" : entry.role(),
                entry.subjectType(),
                entry.subject());
    }

    private static String text(@Nullable Long account) {
        return account == null ? "-" : Ids.text(account);
    }
}
