package dev.cavea.platform.catalogue;

import java.util.List;

/**
 * A seating plan in memory: immutable, and always the same under its digest. Seats are numbered in
 * plan order, which is the order of the ledger's layout, of the compact seat map and of the
 * geometry.
 */
public interface SeatingPlan {

    /** SHA-256 of the geometry document, in hex. */
    String digest();

    int seatCount();

    /** The seat's index in plan order, or -1. */
    int indexOf(String seatId);

    /** The seat's public id. */
    String seatId(int seat);

    String section(int seat);

    String row(int seat);

    String number(int seat);

    /** Where the seat is, to the right, in units of the plan. */
    double x(int seat);

    /** Where the seat is, downwards. */
    double y(int seat);

    /** Index into {@link #zones}. */
    int zone(int seat);

    /** Bits of {@link dev.cavea.ledger.core.house.Layout}: wheelchair, companion, aisle before. */
    default int flags(int seat) {
        return 0;
    }

    /** How good the view is, 0 to 1000; the same for all where nothing is known. */
    default int quality(int seat) {
        return 0;
    }

    /** Names of the price zones, at most 64. */
    List<String> zones();

    /** Names of the sections, in the order of the layout's section numbers. */
    List<String> sections();

    /** General-admission areas, in the order of the layout's area indexes. */
    List<Area> areas();

    /**
     * @param zone index into {@link SeatingPlan#zones}
     */
    record Area(String id, String name, int capacity, int zone) {}
}
