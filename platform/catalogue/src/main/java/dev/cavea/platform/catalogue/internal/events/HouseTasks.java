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
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Troubles;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the ledger what happened to an event: its house opens, has other rules, closes. What is to
 * be told stands in the event's row before it is tried, and goes from there once the ledger has it
 * on disk; so a crash between loses nothing, and a job tries again. Telling twice does no harm.
 *
 * <p>Whoever tells has a lease, and neither a lock nor a connection while the ledger is waited for:
 * a silent ledger must not empty the pool that bookings need.
 */
@Singleton
public final class HouseTasks implements Troubles {

    private static final Logger LOG = LoggerFactory.getLogger(HouseTasks.class);
    private static final Duration OVERDUE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Longer than the ledger is waited for, twice. */
    private static final Duration LEASE = Duration.ofSeconds(45);

    private static final int MOST_TURNS = 10;
    private static final int ATTEMPTS_UNTIL_TROUBLE = 3;
    private static final int SHOWN = 20;

    private final Jdbi database;
    private final EventRows rows;
    private final PlanStore plans;
    private final LedgerClient ledger;
    private final PublishedEvents events;
    private final Clock clock;
    private final Tellings tellings;
    private volatile List<String> troubles = List.of();

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
        this.tellings = new Tellings(database);
    }

    /**
     * Does what the event's row asks for. False when the ledger is silent, or when another one is
     * at it: then that one goes on until all is told.
     */
    boolean run(long eventId) {
        if (!tellings.take(eventId, clock.instant(), LEASE)) {
            return false;
        }
        try {
            EventRow told = tellAll(eventId);
            if (told != null && told.status() != Status.DRAFT) {
                events.put(told);
            }
            return told == null || told.task() == null;
        } catch (LedgerUnavailable e) {
            LOG.warn("The ledger will be told of event {} later: {}", eventId, e.getMessage());
            tellings.failed(eventId, clock.instant(), String.valueOf(e.getMessage()));
            return false;
        } catch (RuntimeException e) {
            tellings.failed(eventId, clock.instant(), e.toString());
            throw e;
        }
    }

    /** Again, when the event was changed while the ledger was told of what it was before. */
    private @Nullable EventRow tellAll(long eventId) {
        EventRow row = rows.find(eventId).orElse(null);
        for (int turn = 0; turn < MOST_TURNS && row != null && row.task() != null; turn++) {
            EventRow before = row;
            Task task = Objects.requireNonNull(before.task());
            tell(before, task);
            row = database.inTransaction(handle -> settled(handle, before, task));
        }
        return row;
    }

    private @Nullable EventRow settled(Handle handle, EventRow told, Task task) {
        EventRow now = rows.lock(handle, told.id()).orElse(null);
        if (now == null) {
            return null;
        }
        boolean same = now.revision() == told.revision();
        Status status =
                task == Task.OPEN && now.status() == Status.OPENING
                        ? Status.PUBLISHED
                        : now.status();
        Task left = same ? null : now.task() == Task.OPEN ? Task.RULES : now.task();
        if (left == null) {
            Tellings.done(handle, told.id());
        }
        rows.update(handle, now.with(status, left), clock.instant());
        return rows.lock(handle, told.id()).orElse(null);
    }

    /**
     * What was left undone by a crash, here or on another server. One that fails stops no other.
     */
    public void runOverdue() {
        Instant now = clock.instant();
        for (long eventId : rows.overdue(now.minus(OVERDUE), now)) {
            LOG.info("Telling the ledger of event {} again", Ids.text(eventId));
            try {
                if (!run(eventId)) {
                    return;
                }
            } catch (RuntimeException e) {
                LOG.error("The ledger cannot be told of event {}", Ids.text(eventId), e);
            }
        }
    }

    /** What is overdue, and then what was tried several times in vain. */
    void look() {
        runOverdue();
        troubles = inVain();
    }

    @Override
    public List<String> list() {
        return troubles;
    }

    private List<String> inVain() {
        return tellings.troubles(ATTEMPTS_UNTIL_TROUBLE, SHOWN).stream()
                .map(
                        trouble ->
                                "the ledger was not told of event %s in %d tries: %s"
                                        .formatted(
                                                Ids.text(trouble.event()),
                                                trouble.attempts(),
                                                trouble.failure()))
                .toList();
    }

    /** A house that is open already keeps its rules when it is opened again, so they follow. */
    private void tell(EventRow row, Task task) {
        Rules rules = row.rulesForLedger();
        switch (task) {
            case OPEN -> {
                StoredPlan plan = plans.find(Objects.requireNonNull(row.plan())).orElseThrow();
                submit(row, task, new OpenHouse(row.id(), PlanLayout.of(plan.plan()), rules));
                submit(row, Task.RULES, new ChangeRules(row.id(), rules));
            }
            case RULES -> submit(row, task, new ChangeRules(row.id(), rules));
            case CLOSE -> submit(row, task, new CloseHouse(row.id()));
        }
    }

    private void submit(EventRow row, Task task, Command command) {
        Answer answer = LedgerAnswers.await(ledger.submit(command), PATIENCE);
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
}
