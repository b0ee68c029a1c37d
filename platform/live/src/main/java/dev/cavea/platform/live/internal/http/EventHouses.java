package dev.cavea.platform.live.internal.http;

import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.edge.Problems;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.live.internal.house.LiveHouse;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From an id in a path to the event and its house. */
public final class EventHouses {

    private final Catalogue catalogue;
    private final Function<EventOnSale, LiveHouse> houses;

    public EventHouses(Catalogue catalogue, Function<EventOnSale, LiveHouse> houses) {
        this.catalogue = catalogue;
        this.houses = houses;
    }

    /**
     * @throws dev.cavea.platform.edge.Problem 404 {@code unknown-event} unless it is published
     */
    EventOnSale event(String id) {
        OptionalLong number = Ids.parse(id);
        @Nullable EventOnSale found =
                number.isPresent() ? catalogue.onSale(number.getAsLong()) : null;
        if (found == null) {
            throw Problems.notFound("unknown-event", "There is no event " + id + ".");
        }
        return found;
    }

    LiveHouse house(EventOnSale event) {
        return houses.apply(event);
    }
}
