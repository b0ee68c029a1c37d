package dev.cavea.platform.edge;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One run of a server, from its start to its end, and the home (data folder) that its runs share. A
 * home has one life at a time: whatever another life of the same home began and did not finish will
 * never be finished.
 */
public record Life(UUID id) {

    /** A new life of the home with this number. */
    public static Life at(long home) {
        return new Life(new UUID(home, ThreadLocalRandom.current().nextLong()));
    }

    boolean isLaterThan(UUID other) {
        return other.getMostSignificantBits() == id.getMostSignificantBits() && !other.equals(id);
    }
}
