package dev.cavea.platform.catalogue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to published events that ticket holders must hear of. Each change is handed out
 * until it is reported as told.
 */
public interface EventNews {

    /** Another time or another place, or both. */
    record Change(long id, long event, Instant at, WhenAndWhere before, WhenAndWhere after) {}

    /**
     * @param venue as one line; null before it is known
     * @param zone the venue's
     */
    record WhenAndWhere(Instant startsAt, @Nullable String venue, ZoneId zone) {}

    /** The oldest first. */
    List<Change> untold(int atMost);

    /** Everybody whom the change concerns has been written to. */
    void told(long change);
}
