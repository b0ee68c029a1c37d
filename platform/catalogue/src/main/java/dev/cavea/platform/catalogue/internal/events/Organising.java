package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.audit.Audit;
import dev.cavea.platform.catalogue.internal.events.EventRow.Sale;
import dev.cavea.platform.catalogue.internal.fields.Warning;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.kernel.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Makes, changes, publishes and ends events: each in one transaction, then the ledger is told. */
@Singleton
public final class Organising {

    private static final int MOST_TRIES = 5;

    private final EventRows rows;
    private final Shelves shelves;
    private final HouseTasks tasks;
    private final PublishedEvents events;
    private final EventTrail trail;
    private final Ids ids;
    private final Clock clock;

    public Organising(
            EventRows rows,
            Shelves shelves,
            HouseTasks tasks,
            PublishedEvents events,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.shelves = shelves;
        this.tasks = tasks;
        this.events = events;
        this.trail = new EventTrail(audit);
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What was made or changed.
     *
     * @param row as it then is: a draft, published, or still opening
     * @param warnings what was settled without asking in a plan that came with it
     */
    public record Outcome(EventRow row, List<Warning> warnings) {}

    public Outcome create(Caller caller, EventBody body) {
        return create(caller, body, null);
    }

    /**
     * @param madeUnder what only a repetition of the same request makes again: it finds the event
     *     that the first one made, also when a crash took its answer away
     */
    Outcome create(Caller caller, EventBody body, @Nullable UUID madeUnder) {
        EventForm form = new EventForm(body, shelves);
        EventRow blank = EventRow.blank(ids.next(), caller.account(), clock.instant());
        EventRow made = withTask(blank, form.applied(blank, clock.instant()));
        form.keepPlan(caller.account());
        long id =
                rows.inTransaction(
                        handle -> {
                            long first = rows.insert(handle, made, clock.instant(), madeUnder);
                            if (first == made.id()) {
                                trail.changed(handle, caller, blank.withAbout(made.about()), made);
                            }
                            return first;
                        });
        EventRow row = told(id == made.id() ? made : rows.find(id).orElseThrow());
        return new Outcome(row, form.warnings());
    }

    /** All is worked out before: the row is locked for the moment of writing only. */
    public Outcome change(Caller caller, String eventId, EventBody body) {
        long id = owned(caller, eventId).id();
        for (int i = 0; i < MOST_TRIES; i++) {
            EventForm form = new EventForm(body, shelves);
            EventRow old = rows.find(id).orElseThrow(() -> OwnEvents.unknown(eventId));
            refuseWhenOver(old);
            EventRow next = withTask(old, form.applied(old, clock.instant()));
            form.keepPlan(caller.account());
            if (rows.inTransaction(handle -> isWritten(handle, caller, old, next))) {
                return new Outcome(told(next), form.warnings());
            }
        }
        throw new Problem(
                409,
                "event-changed",
                "The event is being changed by someone else",
                "Look at it again, then make your change.");
    }

    private boolean isWritten(Handle handle, Caller caller, EventRow old, EventRow next) {
        boolean same =
                rows.lock(handle, old.id()).map(EventRow::revision).orElse(-1L) == old.revision();
        if (same) {
            rows.update(handle, next, clock.instant());
            trail.changed(handle, caller, old, next);
            EventNotices.note(handle, ids.next(), old, next, clock.instant());
        }
        return same;
    }

    /** Writes other channels, and tells the ledger. */
    public EventRow changeChannels(Caller caller, String eventId, List<SalesChannel> channels) {
        long id = owned(caller, eventId).id();
        EventRow row =
                rows.inTransaction(
                        handle -> {
                            EventRow old =
                                    rows.lock(handle, id)
                                            .orElseThrow(() -> OwnEvents.unknown(eventId));
                            refuseWhenOver(old);
                            Sale sale = new Sale(old.sale().prices(), old.sale().rules(), channels);
                            EventRow next = withTask(old, old.withSale(sale));
                            rows.update(handle, next, clock.instant());
                            trail.channels(handle, caller, old, next);
                            return next;
                        });
        return told(row);
    }

    /** A draft goes; what was published is cancelled and its sale closed. */
    public void end(Caller caller, String eventId) {
        long id = owned(caller, eventId).id();
        Optional<EventRow> cancelled =
                rows.inTransaction(
                        handle -> {
                            EventRow old =
                                    rows.lock(handle, id)
                                            .orElseThrow(() -> OwnEvents.unknown(eventId));
                            if (old.status() == Status.CANCELLED) {
                                return Optional.of(old);
                            }
                            trail.ended(handle, caller, old);
                            if (old.status() == Status.DRAFT) {
                                rows.delete(handle, id);
                                return Optional.empty();
                            }
                            EventRow next =
                                    old.with(Status.CANCELLED, Task.CLOSE)
                                            .withEdition(old.edition().next(clock.instant()));
                            rows.update(handle, next, clock.instant());
                            return Optional.of(next);
                        });
        cancelled.ifPresent(this::told);
    }

    /** The caller's own event; an administrator's is every one. */
    public EventRow owned(Caller caller, String eventId) {
        return OwnEvents.find(rows, caller, eventId);
    }

    public boolean isEmpty() {
        return rows.list(null, Long.MAX_VALUE, 1).isEmpty();
    }

    private EventRow told(EventRow row) {
        if (row.task() != null) {
            tasks.run(row.id());
        } else if (row.status() == Status.PUBLISHED) {
            events.refresh(row.id());
        }
        return rows.find(row.id()).orElse(row);
    }

    private static void refuseWhenOver(EventRow row) {
        if (row.status() == Status.CANCELLED) {
            throw new Problem(
                    409, "event-cancelled", "The event is cancelled", "It cannot be changed.");
        }
    }

    /** With what the ledger has to hear: of a new house all, of an open one only other rules. */
    private static EventRow withTask(EventRow old, EventRow next) {
        if (next.status() == Status.DRAFT) {
            return next.with(next.status(), null);
        }
        if (old.status() == Status.DRAFT || old.task() == Task.OPEN) {
            return next.with(next.status(), Task.OPEN);
        }
        boolean same = next.rulesForLedger().equals(old.rulesForLedger());
        return next.with(next.status(), same ? old.task() : Task.RULES);
    }
}
