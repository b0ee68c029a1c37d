package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.platform.catalogue.internal.events.EventRow.About;
import dev.cavea.platform.catalogue.internal.events.EventRow.Sale;
import dev.cavea.platform.catalogue.internal.fields.Warning;
import dev.cavea.platform.catalogue.internal.plans.StoredPlan;
import dev.cavea.platform.catalogue.internal.venues.Venue;
import dev.cavea.platform.edge.Check;
import dev.cavea.platform.edge.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a body makes of an event. What it refers to is looked up first; then it is applied to the
 * event as it stands, and all that is wrong is told at once.
 */
final class EventForm {

    private final EventBody body;
    private final Shelves shelves;
    private final Check check = new Check();
    private final @Nullable Venue venue;
    private final @Nullable StoredPlan plan;
    private final List<Warning> warnings;

    /**
     * Works out a plan that the body holds, which may take a second: no row is locked meanwhile.
     */
    EventForm(EventBody body, Shelves shelves) {
        this.body = body;
        this.shelves = shelves;
        this.venue = shelves.venue(body.venueReference(), check);
        Shelves.Given given = shelves.plan(body.plan(), check);
        this.plan = given.plan();
        this.warnings = given.warnings();
    }

    /** What was settled without asking in a plan that the body holds. */
    List<Warning> warnings() {
        return warnings;
    }

    /** Only what belongs to an event that was accepted. */
    void keepPlan(long organiser) {
        if (plan != null && !Shelves.isReference(body.plan())) {
            shelves.keep(plan, organiser);
        }
    }

    /** Throws 422 with all that is wrong. */
    EventRow applied(EventRow old, Instant now) {
        boolean publish = body.publishes() || old.status() != Status.DRAFT;
        About about = about(old, now);
        SaleForm sale = new SaleForm(body, check);
        SaleRules rules = sale.rules(old, about, publish, now);
        List<PriceLine> prices = sale.prices(old);
        StoredPlan plan = plan(old);
        if (plan != null && (publish || !prices.isEmpty())) {
            Tariff.check(plan.plan(), prices, check);
        }
        check.that(
                "plan", plan != null || !publish, "is missing", "a plan, before it is published");
        check.orThrow();
        EventRow next =
                new EventRow(
                        old.id(),
                        old.organiser(),
                        publish && old.status() == Status.DRAFT ? Status.OPENING : old.status(),
                        about,
                        old.edition(),
                        venue == null ? old.venue() : venue,
                        plan == null ? null : plan.plan().digest(),
                        new Sale(prices, rules, old.sale().channels()),
                        plan == null || prices.isEmpty()
                                ? null
                                : Tariff.of(plan.plan(), prices).lowest(),
                        null,
                        old.revision());
        return next.withEdition(
                old.status() == Status.DRAFT || old.isTheSameOccasionAs(next)
                        ? old.edition()
                        : old.edition().next(now));
    }

    private About about(EventRow old, Instant now) {
        About was = old.about();
        String description = check.proseIfAny("description", body.description(), 10_000);
        String category = check.lineIfAny("category", body.category(), 40);
        Instant startsAt = startsAt(old, now);
        return new About(
                old.isNew() || body.name() != null
                        ? check.line("name", body.name(), 200)
                        : was.name(),
                description == null ? was.description() : description,
                category == null ? was.category() : category.toLowerCase(Locale.ROOT),
                startsAt,
                endsAt(was, startsAt));
    }

    private Instant startsAt(EventRow old, Instant now) {
        Instant was = old.about().startsAt();
        if (!old.isNew() && body.startsAt() == null) {
            return was;
        }
        Instant startsAt = check.instant("startsAt", body.startsAt());
        check.that(
                "startsAt",
                startsAt.isAfter(now) || (!old.isNew() && startsAt.equals(was)),
                "is in the past",
                "a time after now, " + now);
        return startsAt;
    }

    /** An event that moves lasts as long as before. */
    private @Nullable Instant endsAt(About was, Instant startsAt) {
        Integer minutes = body.durationMinutes();
        Instant endsAt = check.instantIfAny("endsAt", body.endsAt());
        check.that(
                "durationMinutes",
                minutes == null || body.endsAt() == null,
                "is given together with endsAt",
                "only one of the two");
        if (minutes != null) {
            endsAt = startsAt.plus(Duration.ofMinutes(minutes));
        }
        if (endsAt == null) {
            return was.endsAt() == null
                    ? null
                    : startsAt.plus(Duration.between(was.startsAt(), was.endsAt()));
        }
        check.that(
                minutes == null ? "endsAt" : "durationMinutes",
                endsAt.isAfter(startsAt) && !endsAt.isAfter(startsAt.plus(SaleRules.LONGEST_EVENT)),
                "does not fit a start at " + startsAt,
                "an end after the start, and at most 31 days after it");
        return endsAt;
    }

    private @Nullable StoredPlan plan(EventRow old) {
        if (plan == null) {
            return old.plan() == null ? null : shelves.plan(old.plan());
        }
        if (old.plan() != null
                && !plan.plan().digest().equals(old.plan())
                && old.status() != Status.DRAFT) {
            throw new Problem(
                    409,
                    "plan-fixed",
                    "The plan of a published event cannot change",
                    "Seats of this plan may already be sold. Create another event for a new plan.");
        }
        return plan;
    }
}
