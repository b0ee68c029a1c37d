package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.edge.Problems;
import dev.cavea.platform.kernel.Ids;
import java.util.OptionalLong;

/** Whose an event is. */
final class OwnEvents {

    private OwnEvents() {}

    /** Throws 404 {@code unknown-event}, 403 {@code forbidden}. */
    static EventRow find(EventRows rows, Caller caller, String eventId) {
        OptionalLong id = Ids.parse(eventId);
        EventRow row = id.isEmpty() ? null : rows.find(id.getAsLong()).orElse(null);
        if (row == null) {
            throw unknown(eventId);
        }
        if (row.organiser() != caller.account() && caller.role() != Role.ADMIN) {
            throw Problems.forbidden("This event belongs to someone else.");
        }
        return row;
    }

    static Problem unknown(String eventId) {
        return Problems.notFound("unknown-event", "There is no event " + eventId + ".");
    }
}
