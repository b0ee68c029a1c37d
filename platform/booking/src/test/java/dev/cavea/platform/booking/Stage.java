package dev.cavea.platform.booking;

import dev.cavea.ledger.client.LedgerClient;
import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.command.CloseHouse;
import dev.cavea.ledger.core.command.OpenHouse;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.catalogue.Occasion;
import dev.cavea.platform.catalogue.PriceVersion;
import dev.cavea.platform.kernel.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Events for tests: a catalogue in memory whose houses are opened in the ledger. */
public final class Stage implements Catalogue {

    /** On sale from 2001 to 2100; 10 minutes, 10 seats. */
    public static final Rules RULES =
            new Rules(
                    50,
                    10,
                    600_000,
                    1,
                    false,
                    0,
                    List.of(new Rules.Window(0, 1_000_000_000_000L, 4_100_000_000_000L)));

    private static final PriceVersion PRICES =
            new PriceVersion(
                    0,
                    List.of(new Money(5_000, "EUR"), new Money(3_000, "EUR")),
                    List.of(new Money(500, "EUR"), new Money(0, "EUR")));

    private static final long ORGANISER = 7;

    private final LedgerClient ledger;
    private final Map<Long, EventOnSale> events = new ConcurrentHashMap<>();

    public Stage(LedgerClient ledger) {
        this.ledger = ledger;
    }

    public EventOnSale open(long id, UnaryOperator<Rules> change) {
        GridPlan plan = new GridPlan(10, 10);
        Rules rules = change.apply(RULES);
        EventOnSale event =
                new EventOnSale(
                        id,
                        ORGANISER,
                        Occasion.of("Medea", Instant.ofEpochMilli(4_000_000_000_000L)),
                        false,
                        plan,
                        PRICES,
                        List.of(),
                        rules,
                        null);
        Answer answer = ledger.submit(new OpenHouse(id, plan.layout(), rules)).join();
        if (!(answer instanceof Answer.Done)) {
            throw new IllegalStateException("the house does not open: " + answer);
        }
        events.put(id, event);
        return event;
    }

    /** Known to the catalogue as another, as after a change by the organiser. */
    public void replace(EventOnSale event) {
        events.put(event.id(), event);
    }

    /** As the catalogue does when its organiser makes every zone cost this; fees stay. */
    public void reprice(long id, Money... zones) {
        EventOnSale event = events.get(id);
        PriceVersion old = event.prices();
        List<Money> prices = zones.length == 1 ? List.of(zones[0], zones[0]) : List.of(zones);
        List<PriceVersion> earlier = new ArrayList<>(event.earlierPrices());
        earlier.addFirst(old);
        replace(
                new EventOnSale(
                        id,
                        event.organiser(),
                        event.occasion(),
                        event.cancelled(),
                        event.plan(),
                        new PriceVersion(old.version() + 1, prices, old.fees()),
                        earlier,
                        event.rules(),
                        event.mostHeldPerNetwork()));
    }

    /** As the catalogue does when its organiser calls an event off. */
    public void callOff(long id) {
        EventOnSale event = events.get(id);
        ledger.submit(new CloseHouse(id)).join();
        replace(
                new EventOnSale(
                        id,
                        event.organiser(),
                        event.occasion(),
                        true,
                        event.plan(),
                        event.prices(),
                        event.earlierPrices(),
                        event.rules(),
                        event.mostHeldPerNetwork()));
    }

    @Override
    public EventOnSale onSale(long eventId) {
        return events.get(eventId);
    }

    @Override
    public Collection<EventOnSale> allOnSale() {
        return events.values();
    }
}
