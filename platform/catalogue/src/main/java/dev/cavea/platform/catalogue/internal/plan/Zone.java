package dev.cavea.platform.catalogue.internal.plan;

import java.util.List;

/**
 * A price zone.
 *
 * @param color {@code #RRGGBB}, the maker's; pages have a palette of their own
 */
public record Zone(String name, String color) {

    public static final int MAX = 64;

    private static final List<String> PALETTE =
            List.of(
                    "#D55E00", "#0072B2", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#8C6BB1",
                    "#7A7A7A");

    /** The zone at this index where its maker gave no colour: hues that colour-blind eyes part. */
    public static Zone of(String name, int index) {
        return new Zone(name, PALETTE.get(index % PALETTE.size()));
    }
}
