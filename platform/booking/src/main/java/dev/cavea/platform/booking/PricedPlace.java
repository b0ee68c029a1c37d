package dev.cavea.platform.booking;

import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.kernel.Money;
import dev.cavea.platform.tickets.TicketPlace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One place and what it costs: a line of a hold and of an order, later a ticket.
 *
 * @param price the face value
 * @param fee what is added to it
 */
public record PricedPlace(TicketPlace place, Money price, Money fee) {

    public Money total() {
        return price.plus(fee);
    }

    /** One for each place, in the hold's order. */
    public static List<PricedPlace> of(EventOnSale event, Places places) {
        return switch (places) {
            case Places.Seated(Seats seats) -> {
                List<PricedPlace> lines = new ArrayList<>(seats.count());
                for (int i = 0; i < seats.count(); i++) {
                    lines.add(of(event, seats.get(i)));
                }
                yield lines;
            }
            case Places.Standing(int area, int quantity) ->
                    Collections.nCopies(quantity, of(event, event.plan().areas().get(area)));
        };
    }

    private static PricedPlace of(EventOnSale event, int seat) {
        SeatingPlan plan = event.plan();
        int zone = plan.zone(seat);
        TicketPlace place =
                new TicketPlace(
                        seat,
                        plan.seatId(seat),
                        plan.section(seat),
                        plan.row(seat),
                        plan.number(seat),
                        plan.zones().get(zone));
        return new PricedPlace(place, event.zonePrices().get(zone), event.fees().get(zone));
    }

    private static PricedPlace of(EventOnSale event, SeatingPlan.Area area) {
        String zone = event.plan().zones().get(area.zone());
        return new PricedPlace(
                new TicketPlace(null, null, area.name(), null, null, zone),
                event.zonePrices().get(area.zone()),
                event.fees().get(area.zone()));
    }
}
