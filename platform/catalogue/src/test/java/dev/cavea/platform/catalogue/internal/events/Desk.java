package dev.cavea.platform.catalogue.internal.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cavea.ledger.client.LedgerClient;
import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.command.HoldSeats;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.audit.Audit;
import dev.cavea.platform.catalogue.internal.fields.JsonParts;
import dev.cavea.platform.catalogue.internal.plans.PlanStore;
import dev.cavea.platform.catalogue.internal.plans.PlanUploads;
import dev.cavea.platform.catalogue.internal.venues.VenueRows;
import dev.cavea.platform.edge.Json;
import dev.cavea.platform.kernel.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** One server's catalogue over a real database and a real ledger. */
final class Desk {

    private static final AtomicLong HOLDS = new AtomicLong();
    static final Caller ORGANISER = new Caller(7, Role.ORGANISER, Long.MAX_VALUE);
    static final Caller STRANGER = new Caller(8, Role.ORGANISER, Long.MAX_VALUE);
    static final Caller ADMIN = new Caller(9, Role.ADMIN, Long.MAX_VALUE);

    final AtomicReference<Instant> time = new AtomicReference<>(Instant.now());
    final Clock clock = ((InstantSource) time::get).withZone(ZoneOffset.UTC);
    final Jdbi database;
    final EventRows rows;
    final VenueRows venues;
    final PlanStore plans;
    final PlanUploads uploads = new PlanUploads(8, 2, Duration.ofSeconds(1));
    final PublishedEvents events;
    final HouseTasks tasks;
    final Organising organising;
    final EventSearch search;
    final EventViews views = new EventViews(null);
    final Blocks blocks;
    final Audit audit;

    Desk(DataSource source, LedgerClient ledger) {
        database = Jdbi.create(source);
        audit = new Audit(database, () -> null, clock);
        rows = new EventRows(database);
        venues = new VenueRows(database);
        plans = new PlanStore(database, clock);
        events = new PublishedEvents(rows, plans);
        tasks = new HouseTasks(database, rows, plans, ledger, events, clock);
        organising =
                new Organising(
                        rows,
                        new Shelves(venues, plans, uploads),
                        tasks,
                        events,
                        audit,
                        new Ids(clock),
                        clock);
        search = new EventSearch(events);
        blocks = new Blocks(organising, events, ledger, audit);
    }

    /** With single quotes for double ones. */
    static JsonNode json(String text) {
        return JsonParts.tree(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    EventRow create(String body) {
        return organising.create(ORGANISER, body(json(body))).row();
    }

    EventRow change(EventRow row, String body) {
        return organising.change(ORGANISER, Ids.text(row.id()), body(json(body))).row();
    }

    static EventBody body(JsonNode tree) {
        return Json.strictly(tree, EventBody.class);
    }

    /** A buyer's, through the public channel. */
    Answer hold(LedgerClient ledger, EventRow event, String seat) {
        int index = events.onSale(event.id()).plan().indexOf(seat);
        HoldId hold = new HoldId(1, HOLDS.incrementAndGet());
        return ledger.submit(new HoldSeats(event.id(), hold, 5, Rules.PUBLIC, Seats.of(index)))
                .join();
    }
}
