package dev.cavea.platform.catalogue.internal.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan has besides its places.
 *
 * @param pitch the usual distance of neighbours
 * @param focus null if nobody said what people look at
 */
public record Frame(
        String name,
        double width,
        double height,
        double pitch,
        @Nullable Focus focus,
        List<Zone> zones) {

    public Frame {
        zones = List.copyOf(zones);
    }
}
