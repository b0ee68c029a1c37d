package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.ledger.client.LedgerClient;
import dev.cavea.ledger.client.LedgerUnavailable;
import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.Rejection;
import dev.cavea.ledger.core.command.ChangeRules;
import dev.cavea.ledger.core.command.CloseHouse;
import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.command.OpenHouse;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.platform.catalogue.PlanLayout;
import dev.cavea.platform.catalogue.internal.plans.PlanStore;
import dev.cavea.platform.catalogue.internal.plans.StoredPlan;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the ledger what happened to an event: its house opens, has other rules, closes. What is to
 * be told stands in the event's row before it is tried, and goes from there once the ledger has it
 * on disk; so a crash between loses nothing, and a job tries again. Telling twice does no harm.
 */
public final class HouseTasks {

    private static final Logger LOG = LoggerFactory.getLogger(HouseTasks.class);
    private static final Duration OVERDUE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Jdbi database;
    private final EventRows rows;
    private final PlanStore plans;
    private final LedgerClient ledger;
    private final PublishedEvents events;
    private final Clock clock;

    public HouseTasks(
            Jdbi database,
            EventRows rows,
            PlanStore plans,
            LedgerClient ledger,
            PublishedEvents events,
            Clock clock) {
        this.database = database;
        this.rows = rows;
        this.plans = plans;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** Does what the event's row asks for. False when the ledger is silent; then a job will. */
    boolean run(long eventId) {
        try {
            Optional<EventRow> told = database.inTransaction(handle -> tellLocked(handle, eventId));
            told.filter(row -> row.status() != Status.DRAFT).ifPresent(events::put);
            return true;
        } catch (LedgerUnavailable e) {
            LOG.warn("The ledger will be told later of event {}: {}", eventId, e.getMessage());
            return false;
        }
    }

    /** The row is locked, so that two changes reach the ledger in their order. */
    private Optional<EventRow> tellLocked(Handle handle, long eventId) {
        EventRow row = rows.lock(handle, eventId).orElse(null);
        Task task = row == null ? null : row.task();
        if (row == null || task == null) {
            return Optional.ofNullable(row);
        }
        tell(row, task);
        Status next = task == Task.OPEN ? Status.PUBLISHED : row.status();
        rows.update(handle, row.with(next, null), clock.instant());
        return rows.lock(handle, eventId);
    }

    /** What was left undone by a crash, here or on another server. */
    public void runOverdue() {
        for (long eventId : rows.overdue(clock.instant().minus(OVERDUE))) {
            LOG.info("Telling the ledger again of event {}", eventId);
            if (!run(eventId)) {
                return;
            }
        }
    }

    private void tell(EventRow row, Task task) {
        Answer answer = LedgerAnswers.await(ledger.submit(command(row, task)), PATIENCE);
        if (answer instanceof Answer.Rejected(Rejection reason, Seats seats)
                && !isDoneAlready(task, reason)) {
            throw new IllegalStateException(
                    "the ledger refuses to " + task.word() + " " + row.id() + ": " + reason);
        }
    }

    private static boolean isDoneAlready(Task task, Rejection reason) {
        return (reason == Rejection.HOUSE_CLOSED && task != Task.OPEN)
                || (reason == Rejection.HOUSE_UNKNOWN && task == Task.CLOSE);
    }

    private Command command(EventRow row, Task task) {
        Rules rules = row.sale().rules().forLedger(row.about().startsAt(), row.sale().channels());
        return switch (task) {
            case OPEN -> {
                StoredPlan plan = plans.find(Objects.requireNonNull(row.plan())).orElseThrow();
                yield new OpenHouse(row.id(), PlanLayout.of(plan.plan()), rules);
            }
            case RULES -> new ChangeRules(row.id(), rules);
            case CLOSE -> new CloseHouse(row.id());
        };
    }
}
