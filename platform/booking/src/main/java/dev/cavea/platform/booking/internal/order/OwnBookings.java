package dev.cavea.platform.booking.internal.order;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.LinkKeys;
import dev.cavea.platform.accounts.Owners;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.edge.Problems;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.tickets.Tickets;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Bookings for those entitled to them: the buyer, and whoever has the link from the letter. */
@Singleton
public class OwnBookings {

    private final Bookings bookings;
    private final Owners owners;
    private final LinkKeys links;

    public OwnBookings(Bookings bookings, Owners owners, LinkKeys links) {
        this.bookings = bookings;
        this.owners = owners;
        this.links = links;
    }

    /**
     * The caller's own, to do with as they like.
     *
     * @throws Problem 404 {@code unknown-booking}
     */
    Order own(Caller caller, String id) {
        return find(id).filter(order -> owners.isOwn(caller, order.buyer()))
                .orElseThrow(() -> unknown(id));
    }

    /**
     * The caller's own, or that of the key: to look at.
     *
     * @throws Problem 404 {@code unknown-booking}
     */
    Order shown(SecurityContext security, String id, @Nullable String key) {
        return key == null
                ? own(Caller.of(security), id)
                : find(id).filter(order -> links.fits(key, Tickets.LINK, order.id()))
                        .orElseThrow(() -> unknown(id));
    }

    /** The newest first. */
    List<Order> mine(Caller caller, long before, int most) {
        return bookings.ofBuyers(owners.of(caller), before, most);
    }

    private Optional<Order> find(String id) {
        OptionalLong number = Ids.parse(id);
        return number.isEmpty() ? Optional.empty() : bookings.byId(number.getAsLong());
    }

    private static Problem unknown(String id) {
        return Problems.notFound("unknown-booking", "You have no booking " + id + ".");
    }
}
