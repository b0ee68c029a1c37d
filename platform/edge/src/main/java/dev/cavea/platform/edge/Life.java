package dev.cavea.platform.edge;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One life of a server, from its start to its end, and the home that its lives share. A home has
 * one life at a time: what another life of the same home has begun and not finished, nobody will
 * finish.
 */
public record Life(UUID id) {

    /** A new one of the home with this number. */
    public static Life at(long home) {
        return new Life(new UUID(home, ThreadLocalRandom.current().nextLong()));
    }

    boolean isLaterThan(UUID other) {
        return other.getMostSignificantBits() == id.getMostSignificantBits() && !other.equals(id);
    }
}
