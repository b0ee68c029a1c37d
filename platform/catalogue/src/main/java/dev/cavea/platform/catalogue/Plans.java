package dev.cavea.platform.catalogue;

import dev.cavea.platform.catalogue.internal.generate.Grid;

/** Plans made by code, for whoever needs a house at once. */
public final class Plans {

    private Plans() {}

    /** One section A with one price zone: seats A-1-1 to A-rows-seatsPerRow. */
    public static SeatingPlan grid(int rows, int seatsPerRow) {
        return new Grid(rows, seatsPerRow, 1, 1).plan();
    }
}
