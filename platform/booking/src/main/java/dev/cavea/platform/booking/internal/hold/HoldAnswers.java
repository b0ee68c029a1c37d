package dev.cavea.platform.booking.internal.hold;

import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.platform.booking.LiveHold;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Money;
import java.time.Instant;

/** Writes the two frequent answers of an on-sale by hand, without a tree of objects in between. */
public final class HoldAnswers {

    private static final String SEATS_TAKEN =
            "{\"type\":\"https://cavea.dev/problems/seats-taken\",\"title\":\""
                    + Refusals.SEATS_TAKEN_TITLE
                    + "\",\"status\":409,\"detail\":\""
                    + Refusals.SEATS_TAKEN_DETAIL
                    + "\",\"taken\":";

    private HoldAnswers() {}

    /** The body of 201, and of 200 after an extension. */
    public static byte[] granted(LiveHold hold) {
        JsonBytes json = new JsonBytes();
        json.raw("{\"holdId\":").text(hold.name().text());
        json.raw(",\"eventId\":").text(Ids.text(hold.event().id()));
        json.raw(",\"seats\":");
        switch (hold.places()) {
            case Places.Seated(Seats seats) -> names(json, hold.event().plan(), seats);
            case Places.Standing(int area, int quantity) -> {
                json.raw("[],\"area\":").text(hold.event().plan().areas().get(area).id());
                json.raw(",\"quantity\":").number(quantity);
            }
        }
        json.raw(",\"expiresAt\":\"").raw(time(hold.expiresAtMillis()));
        Money total = hold.total();
        json.raw("\",\"total\":{\"amountMinor\":").number(total.amountMinor());
        json.raw(",\"currency\":\"").raw(total.currency());
        return json.raw("\"}}").toBytes();
    }

    /** The body of 409 {@code seats-taken}, the same as of the problem of that name. */
    public static byte[] seatsTaken(EventOnSale event, Seats taken) {
        JsonBytes json = new JsonBytes().raw(SEATS_TAKEN);
        names(json, event.plan(), taken);
        return json.raw("}").toBytes();
    }

    private static void names(JsonBytes json, SeatingPlan plan, Seats seats) {
        json.raw("[");
        for (int i = 0; i < seats.count(); i++) {
            if (i > 0) {
                json.raw(",");
            }
            json.text(plan.seatId(seats.get(i)));
        }
        json.raw("]");
    }

    static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
