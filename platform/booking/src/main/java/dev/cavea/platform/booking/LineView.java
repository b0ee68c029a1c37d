package dev.cavea.platform.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cavea.platform.kernel.Money;
import dev.cavea.platform.tickets.TicketPlace;
import org.jspecify.annotations.Nullable;

/**
 * A place with its price, as it is shown.
 *
 * @param id the seat's public id; left out for a place in an area
 * @param total price and fee together
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LineView(
        @Nullable String id,
        String section,
        @Nullable String row,
        @Nullable String number,
        String zone,
        Money price,
        Money fee,
        Money total) {

    public static LineView of(PricedPlace line) {
        TicketPlace place = line.place();
        return new LineView(
                place.seatId(),
                place.section(),
                place.row(),
                place.number(),
                place.zone(),
                line.price(),
                line.fee(),
                line.total());
    }
}
