package dev.cavea.demo.internal.programme;

import dev.cavea.demo.DemoWanted;
import dev.cavea.demo.internal.crowd.Crowds;
import dev.cavea.platform.catalogue.Availability;
import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventDesk;
import dev.cavea.platform.edge.ServerReady;
import dev.cavea.platform.kernel.Ids;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The module's parts; they need a {@link DemoWanted} and an {@link Availability} from the whole.
 */
@Singleton
public class DemoBeans {

    private static final Logger LOG = LoggerFactory.getLogger(DemoBeans.class);

    @Produces
    @Singleton
    Crowds crowds(Catalogue catalogue, Availability availability, Clock clock) {
        return new Crowds(catalogue, availability, clock);
    }

    void stopped(@Disposes Crowds crowds) {
        crowds.close();
    }

    @Produces
    @Singleton
    Seeding seeding(EventDesk desk, Jdbi database, Clock clock) {
        return new Seeding(desk, new MadeRows(database), clock);
    }

    /** After the server is ready, so that no start waits for the demo. */
    void begin(@Observes ServerReady ready, DemoWanted wanted, Seeding seeding, Crowds crowds) {
        crowds.openAt(ready.address());
        if (wanted.on()) {
            Thread.ofVirtual().name("demo").start(() -> seed(seeding, crowds));
        }
    }

    private static void seed(Seeding seeding, Crowds crowds) {
        Programme programme = Programme.standard();
        try {
            for (Seeding.ToSell event : seeding.run(programme)) {
                long id = Ids.parse(event.eventId()).orElseThrow();
                if (crowds.fill(id, event.share())) {
                    seeding.sold(programme, event.eventId());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // What was made stays; the next start goes on from there.
            LOG.warn("The demo programme is not complete: {}", e.toString());
        }
    }
}
