package dev.cavea.platform.catalogue.internal.plan;

/**
 * What every plan keeps to, whichever form it came in: what one reader takes, the others take. All
 * lengths are in characters as people count them.
 */
public final class Limits {

    public static final int SEATS = 250_000;
    public static final int SECTIONS = 5_000;

    /** Areas as well as shapes. */
    public static final int DRAWINGS = 20_000;

    public static final int PLAN_NAME = 200;

    /** Of a section, its id as well as its name, and of an area. */
    public static final int NAME = 80;

    /** Of a price zone. */
    public static final int ZONE_NAME = 80;

    /** Of a row, and of a seat's number. */
    public static final int LABEL = 20;

    /** Room for {@code SECTION-ROW-NUMBER}. */
    public static final int SEAT_ID = NAME + 2 * LABEL + 2;

    /** Of what is written on a drawing. */
    public static final int DRAWN_TEXT = 200;

    public static final int FLAGS = 7;
    public static final int QUALITY = 1_000;
    public static final int CAPACITY = 1_000_000;

    /** Every coordinate is between minus this and this. */
    public static final double FAR = 1_000_000;

    /** A frame around all that, with margins. */
    public static final double LARGEST_SIDE = 3 * FAR;

    private Limits() {}
}
