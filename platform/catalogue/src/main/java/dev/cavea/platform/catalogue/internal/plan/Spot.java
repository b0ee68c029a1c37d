package dev.cavea.platform.catalogue.internal.plan;

/** A point in plan units, x to the right, y down. */
public record Spot(double x, double y) {

    public Spot moved(double dx, double dy) {
        return new Spot(x + dx, y + dy);
    }
}
