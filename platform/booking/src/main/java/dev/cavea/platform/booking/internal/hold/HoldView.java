package dev.cavea.platform.booking.internal.hold;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cavea.platform.booking.LineView;
import dev.cavea.platform.booking.LiveHold;
import dev.cavea.platform.booking.PricedPlace;
import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hold as its owner sees it again: what the answer to taking it said, and its lines.
 *
 * @param paying whether a payment for it is in progress, so that it does not end at its own time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HoldView(
        String holdId,
        String eventId,
        String eventName,
        List<String> seats,
        @Nullable String area,
        @Nullable Integer quantity,
        String expiresAt,
        boolean paying,
        Money total,
        List<LineView> lines) {

    static HoldView of(LiveHold hold, long nowMillis) {
        SeatingPlan.Area area = hold.area();
        return new HoldView(
                hold.name().text(),
                Ids.text(hold.event().id()),
                hold.event().name(),
                hold.seatIds(),
                area == null ? null : area.id(),
                area == null ? null : hold.places().count(),
                HoldAnswers.time(hold.expiresAtMillis()),
                hold.pinnedUntilMillis() > nowMillis,
                hold.total(),
                PricedPlace.of(hold.event(), hold.places()).stream().map(LineView::of).toList());
    }
}
