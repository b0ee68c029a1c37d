package dev.cavea.platform.catalogue;

import dev.cavea.ledger.client.LedgerClient;
import dev.cavea.platform.audit.Audit;
import dev.cavea.platform.catalogue.internal.events.EventRows;
import dev.cavea.platform.catalogue.internal.events.HouseTasks;
import dev.cavea.platform.catalogue.internal.events.Organising;
import dev.cavea.platform.catalogue.internal.events.PublishedEvents;
import dev.cavea.platform.catalogue.internal.events.Shelves;
import dev.cavea.platform.catalogue.internal.plans.PlanStore;
import dev.cavea.platform.catalogue.internal.plans.PlanUploads;
import dev.cavea.platform.catalogue.internal.venues.VenueRows;
import dev.cavea.platform.catalogue.internal.venues.Venues;
import dev.cavea.platform.kernel.Ids;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/**
 * A catalogue without a container: for tools, and for tests of modules that sell.
 *
 * @param catalogue filled with what is published; changed by this desk alone
 */
public record CatalogueParts(Catalogue catalogue, EventDesk desk) {

    public static CatalogueParts of(Jdbi database, LedgerClient ledger, Clock clock) {
        EventRows rows = new EventRows(database);
        PlanStore plans = new PlanStore(database, clock);
        VenueRows venues = new VenueRows(database);
        Ids ids = new Ids(clock);
        PublishedEvents events = new PublishedEvents(rows, plans);
        HouseTasks tasks = new HouseTasks(database, rows, plans, ledger, events, clock);
        Organising organising =
                new Organising(
                        rows,
                        new Shelves(venues, plans, PlanUploads.ofServer()),
                        tasks,
                        events,
                        new Audit(database, () -> null, clock),
                        ids,
                        clock);
        events.load();
        return new CatalogueParts(
                events, new EventDesk(organising, new Venues(venues, ids, clock), plans));
    }
}
