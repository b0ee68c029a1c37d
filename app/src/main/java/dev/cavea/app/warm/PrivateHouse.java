package dev.cavea.app.warm;

import dev.cavea.ledger.client.LedgerClient;
import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.EventSink;
import dev.cavea.ledger.core.Ledger;
import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.command.OpenHouse;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.catalogue.Occasion;
import dev.cavea.platform.catalogue.PlanLayout;
import dev.cavea.platform.catalogue.Plans;
import dev.cavea.platform.catalogue.PriceVersion;
import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.kernel.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An event, and the real rules over it, in memory alone. */
final class PrivateHouse implements Catalogue, LedgerClient {

    static final int ROWS = 60;
    static final int SEATS = 50;

    private static final long EVENT = 1;
    private static final int LIMIT = ROWS * SEATS;

    private final Ledger ledger = new Ledger();
    private final EventOnSale event;

    PrivateHouse() {
        SeatingPlan plan = Plans.grid(ROWS, SEATS);
        Rules rules =
                new Rules(
                        10,
                        LIMIT,
                        600_000,
                        1,
                        false,
                        0,
                        List.of(new Rules.Window(Rules.PUBLIC, 0, Long.MAX_VALUE)));
        Money price = new Money(5_000, "EUR");
        Money fee = new Money(0, "EUR");
        PriceVersion prices = new PriceVersion(0, List.of(price), List.of(fee));
        event =
                new EventOnSale(
                        EVENT,
                        1,
                        Occasion.of("", Instant.EPOCH),
                        false,
                        plan,
                        prices,
                        List.of(),
                        rules,
                        null);
        execute(new OpenHouse(EVENT, PlanLayout.of(plan), rules));
    }

    EventOnSale event() {
        return event;
    }

    @Override
    public @Nullable EventOnSale onSale(long eventId) {
        return eventId == EVENT ? event : null;
    }

    @Override
    public Collection<EventOnSale> allOnSale() {
        return List.of(event);
    }

    @Override
    public CompletableFuture<Answer> submit(Command command) {
        return CompletableFuture.completedFuture(execute(command));
    }

    private synchronized Answer execute(Command command) {
        return ledger.execute(command, EventSink.NONE);
    }
}
