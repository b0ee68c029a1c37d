package dev.cavea.platform.catalogue.internal.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.audit.Audit;
import dev.cavea.platform.catalogue.internal.events.EventRow.About;
import dev.cavea.platform.catalogue.internal.events.EventRow.Sale;
import dev.cavea.platform.catalogue.internal.exchange.PlanExchange;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import dev.cavea.platform.catalogue.internal.plans.PlanStore;
import dev.cavea.platform.catalogue.internal.plans.StoredPlan;
import dev.cavea.platform.catalogue.internal.venues.Venue;
import dev.cavea.platform.catalogue.internal.venues.VenueRows;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.edge.Problems;
import dev.cavea.platform.kernel.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Makes, changes, publishes and ends events. */
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

    /** What an event refers to. */
    public record Shelves(VenueRows venues, PlanStore plans) {}

    /** The event as it then is: a draft, published, or still opening. */
    public EventRow create(Caller caller, JsonNode body) {
        Instant now = clock.instant();
        EventForm form = EventForm.of(body);
        EventRow draft =
                new EventRow(
                        ids.next(),
                        caller.account(),
                        Status.DRAFT,
                        form.about(null, now),
                        null,
                        null,
                        new Sale(List.of(), SaleRules.USUAL, List.of()),
                        null,
                        null,
                        0);
        Given given = given(form);
        EventRow row = filled(draft, form, given);
        keep(given, caller);
        rows.inTransaction(
                handle -> {
                    rows.insert(handle, row, now);
                    trail.changed(handle, caller, draft, row);
                    return row;
                });
        return told(row);
    }

    public EventRow change(Caller caller, String eventId, JsonNode body) {
        long id = owned(caller, eventId).id();
        Given given = given(EventForm.of(body));
        for (int i = 0; i < MOST_TRIES; i++) {
            EventRow old = rows.find(id).orElseThrow(() -> unknown(eventId));
            refuseWhenOver(old);
            EventRow next = filled(old, EventForm.of(body), given);
            keep(given, caller);
            if (rows.inTransaction(handle -> isWritten(handle, caller, old, next))) {
                return told(next);
            }
        }
        throw new Problem(
                409,
                "event-changed",
                "The event is being changed by others",
                "Look at it again, and change it then.");
    }

    /** All was worked out before: the row is locked for the moment of writing only. */
    private boolean isWritten(Handle handle, Caller caller, EventRow old, EventRow next) {
        boolean same =
                rows.lock(handle, old.id()).map(EventRow::revision).orElse(-1L) == old.revision();
        if (same) {
            rows.update(handle, next, clock.instant());
            trail.changed(handle, caller, old, next);
        }
        return same;
    }

    /** A draft goes; what was published is cancelled and its sale closed. */
    public void end(Caller caller, String eventId) {
        long id = owned(caller, eventId).id();
        EventRow row =
                rows.inTransaction(
                        handle -> {
                            EventRow old =
                                    rows.lock(handle, id).orElseThrow(() -> unknown(eventId));
                            EventRow next = old.with(Status.CANCELLED, Task.CLOSE);
                            if (old.status() != Status.CANCELLED) {
                                trail.ended(handle, caller, old);
                            }
                            if (old.status() == Status.DRAFT) {
                                rows.delete(handle, id);
                            } else if (old.status() != Status.CANCELLED) {
                                rows.update(handle, next, clock.instant());
                            }
                            return old.status() == Status.DRAFT ? old : next;
                        });
        if (row.status() == Status.CANCELLED) {
            told(row);
        }
    }

    /** The caller's own event; an administrator's is every one. */
    public EventRow owned(Caller caller, String eventId) {
        OptionalLong id = Ids.parse(eventId);
        EventRow row = id.isEmpty() ? null : rows.find(id.getAsLong()).orElse(null);
        if (row == null) {
            throw unknown(eventId);
        }
        if (row.organiser() != caller.account() && caller.role() != Role.ADMIN) {
            throw Problems.forbidden("This event belongs to somebody else.");
        }
        return row;
    }

    public boolean isEmpty() {
        return rows.list(null, Long.MAX_VALUE, 1).isEmpty();
    }

    static Problem unknown(String eventId) {
        return Problems.notFound("unknown-event", "There is no event " + eventId + ".");
    }

    private EventRow told(EventRow row) {
        if (row.task() != null) {
            tasks.run(row.id());
        } else if (row.status() == Status.PUBLISHED) {
            events.refresh(row.id());
        }
        return rows.find(row.id()).orElse(row);
    }

    /** Looks at everything before anything is written; tells all mistakes at once. */
    private EventRow filled(EventRow old, EventForm form, Given given) {
        Findings findings = form.findings();
        Instant now = clock.instant();
        About about = old.revision() == 0 ? old.about() : form.about(old.about(), now);
        SaleRules rules = form.rules(old.sale().rules(), about.startsAt());
        List<PriceLine> prices = form.prices(old.sale().prices());
        Venue venue = venue(old.venue(), form);
        StoredPlan plan = plan(old, form, given);
        boolean publish = form.publish() || old.status() != Status.DRAFT;
        if (plan != null && (publish || !prices.isEmpty())) {
            Tariff.check(plan.plan(), prices, findings);
        }
        if (plan == null && publish) {
            findings.add("plan", "is missing", "a plan, before an event is published");
        }
        findings.throwIfAny();
        Sale sale = new Sale(prices, rules, old.sale().channels());
        return new EventRow(
                old.id(),
                old.organiser(),
                publish && old.status() == Status.DRAFT ? Status.OPENING : old.status(),
                about,
                venue,
                plan == null ? null : plan.plan().digest(),
                sale,
                plan == null || prices.isEmpty() ? null : Tariff.of(plan.plan(), prices).lowest(),
                task(old, publish, about, sale),
                old.revision());
    }

    /** What the ledger has to hear: of a new house all, of an open one only other rules. */
    private static @Nullable Task task(EventRow old, boolean publish, About about, Sale sale) {
        if (!publish) {
            return null;
        }
        if (old.status() == Status.DRAFT || old.task() == Task.OPEN) {
            return Task.OPEN;
        }
        var before = old.sale().rules().forLedger(old.about().startsAt(), old.sale().channels());
        var after = sale.rules().forLedger(about.startsAt(), sale.channels());
        return before.equals(after) ? old.task() : Task.RULES;
    }

    private @Nullable Venue venue(@Nullable Venue old, EventForm form) {
        String given = form.venueId();
        if (given == null) {
            return old;
        }
        OptionalLong id = Ids.parse(given);
        Venue venue = id.isEmpty() ? null : shelves.venues.find(id.getAsLong()).orElse(null);
        if (venue == null) {
            form.findings().add("venue.id", "there is no venue " + given, "the id of a venue");
        }
        return venue;
    }

    private @Nullable StoredPlan plan(EventRow old, EventForm form, Given given) {
        if (given.unknown != null) {
            form.findings().add("plan.id", "there is no plan " + given.unknown, "a plan's id");
        }
        StoredPlan plan = given.plan == null ? planOf(old.plan()) : given.plan;
        boolean other =
                plan != null && old.plan() != null && !plan.plan().digest().equals(old.plan());
        if (other && old.status() != Status.DRAFT) {
            throw new Problem(
                    409,
                    "plan-fixed",
                    "The plan of a published event cannot change",
                    "Seats of this plan may be sold already. Make another event for another plan.");
        }
        return plan;
    }

    private @Nullable StoredPlan planOf(@Nullable String digest) {
        return digest == null ? null : shelves.plans.find(digest).orElseThrow();
    }

    /**
     * A plan that a body brings or names: worked out once, before any row is looked at, because a
     * large one takes a second.
     *
     * @param plan null when the body says nothing of a plan, or names one that is not there
     * @param unknown what it names in vain
     * @param isNew whether it must be kept
     */
    private record Given(@Nullable StoredPlan plan, @Nullable String unknown, boolean isNew) {}

    private Given given(EventForm form) {
        JsonNode given = form.plan();
        if (given.isMissingNode()) {
            return new Given(null, null, false);
        }
        JsonNode reference = given.isTextual() ? given : given.path("id");
        if (reference.isMissingNode()) {
            reference = given.path("digest");
        }
        if (!reference.isMissingNode()) {
            StoredPlan known = shelves.plans.find(reference.asText()).orElse(null);
            return new Given(known, known == null ? shortened(reference) : null, false);
        }
        StoredPlan made =
                StoredPlan.of(PlanExchange.json(given, "plan.", Findings.ofPlan()).plan());
        return new Given(made, null, true);
    }

    /** Only what belongs to an event that was accepted. */
    private void keep(Given given, Caller caller) {
        if (given.plan != null && given.isNew) {
            shelves.plans.keep(given.plan, caller.account());
        }
    }

    private static String shortened(JsonNode reference) {
        String text = reference.asText();
        return text.length() <= 70 ? text : text.substring(0, 70) + "…";
    }

    private static void refuseWhenOver(EventRow row) {
        if (row.status() == Status.CANCELLED) {
            throw new Problem(
                    409, "event-cancelled", "The event is cancelled", "It cannot be changed.");
        }
    }

    /** Writes other channels, and tells the ledger. */
    public EventRow changeChannels(Caller caller, String eventId, List<SalesChannel> channels) {
        long id = owned(caller, eventId).id();
        EventRow row =
                rows.inTransaction(
                        handle -> {
                            EventRow old =
                                    rows.lock(handle, id).orElseThrow(() -> unknown(eventId));
                            refuseWhenOver(old);
                            Sale sale = new Sale(old.sale().prices(), old.sale().rules(), channels);
                            Task task = task(old, old.status() != Status.DRAFT, old.about(), sale);
                            EventRow next = old.withSale(sale).with(old.status(), task);
                            rows.update(handle, next, clock.instant());
                            trail.channels(handle, caller, old, next);
                            return next;
                        });
        return told(row);
    }
}
