package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.ledger.client.LedgerClient;
import dev.cavea.platform.catalogue.Availability;
import dev.cavea.platform.catalogue.internal.plans.PlanStore;
import dev.cavea.platform.catalogue.internal.plans.PlanUploads;
import dev.cavea.platform.catalogue.internal.venues.VenueRows;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Timer;
import dev.cavea.platform.storage.Reads;
import io.vertx.ext.web.Router;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The module's parts, made once. They need a {@link Jdbi}, a {@link Clock}, {@link Ids} and a
 * {@link LedgerClient} from the application, and an {@link Availability} if there is one.
 */
@Singleton
public class CatalogueBeans {

    private static final Duration CHORES = Duration.ofSeconds(30);

    private @Nullable EventChanges changes;
    private @Nullable Timer overdue;

    /** One for all ways in: they share the memory that reading a plan takes. */
    @Produces
    @Singleton
    PlanUploads planUploads() {
        return PlanUploads.ofServer();
    }

    @Produces
    @Singleton
    VenueRows venueRows(Jdbi database) {
        return new VenueRows(database);
    }

    @Produces
    @Singleton
    @Reads
    VenueRows venuesForAll(@Reads Jdbi database) {
        return new VenueRows(database);
    }

    /** Whoever asks for it first gets it filled. */
    @Produces
    @Singleton
    PublishedEvents publishedEvents(EventRows rows, PlanStore plans) {
        PublishedEvents events = new PublishedEvents(rows, plans);
        events.load();
        return events;
    }

    @Produces
    @Singleton
    EventViews eventViews(Instance<Availability> availability) {
        return new EventViews(availability.isResolvable() ? availability.get() : null);
    }

    void start(@Observes Router started, Jdbi database, PublishedEvents events, HouseTasks tasks) {
        changes = EventChanges.follow(database, events);
        overdue = Timer.every(CHORES, "overdue-houses", tasks::look);
    }

    @PreDestroy
    void stop() {
        if (overdue != null) {
            overdue.close();
        }
        if (changes != null) {
            changes.close();
        }
    }
}
