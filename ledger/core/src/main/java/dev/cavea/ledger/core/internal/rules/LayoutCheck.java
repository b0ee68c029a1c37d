package dev.cavea.ledger.core.internal.rules;

import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Layout.Area;

/**
 * Whether a layout can be walked without surprises: everything the other rules take for granted.
 */
final class LayoutCheck {

    private static final int KNOWN_FLAGS =
            Layout.ACCESSIBLE
                    | Layout.COMPANION
                    | Layout.AISLE_BEFORE
                    | Layout.MEETS_NEXT_ROW
                    | Layout.MEETS_ROW_BEFORE
                    | Layout.APART_FROM_ROW_BEFORE;

    private LayoutCheck() {}

    static boolean isSound(Layout layout) {
        return hasPlaces(layout)
                && isEachColumnComplete(layout)
                && areRowsInOrder(layout)
                && areSectionsWhole(layout)
                && areSeatsSound(layout)
                && areAreasSound(layout);
    }

    private static boolean hasPlaces(Layout layout) {
        boolean isEmpty = layout.seatCount() == 0 && layout.areas().isEmpty();
        return !isEmpty
                && layout.seatCount() <= Layout.MAX_SEATS
                && layout.areas().size() <= Layout.MAX_AREAS;
    }

    private static boolean isEachColumnComplete(Layout layout) {
        return layout.qualities().length == layout.seatCount()
                && layout.flags().length == layout.seatCount()
                && layout.rowSections().length == layout.rowCount();
    }

    /** Every seat is in a row and no row is empty. */
    private static boolean areRowsInOrder(Layout layout) {
        int[] starts = layout.rowStarts();
        if (layout.seatCount() == 0) {
            return starts.length == 0;
        }
        if (starts.length == 0 || starts[0] != 0) {
            return false;
        }
        for (int row = 1; row < starts.length; row++) {
            if (starts[row] <= starts[row - 1]) {
                return false;
            }
        }
        return starts[starts.length - 1] < layout.seatCount();
    }

    /** The rows of a section are listed together. */
    private static boolean areSectionsWhole(Layout layout) {
        boolean[] seen = new boolean[Character.MAX_VALUE + 1];
        char[] sections = layout.rowSections();
        for (int row = 0; row < sections.length; row++) {
            boolean isNew = row == 0 || sections[row] != sections[row - 1];
            if (isNew && seen[sections[row]]) {
                return false;
            }
            seen[sections[row]] = true;
        }
        return true;
    }

    private static boolean areSeatsSound(Layout layout) {
        for (int seat = 0; seat < layout.seatCount(); seat++) {
            if (!isZone(layout.zones()[seat]) || (layout.flags()[seat] & ~KNOWN_FLAGS) != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean areAreasSound(Layout layout) {
        for (Area area : layout.areas()) {
            boolean isSize = area.capacity() >= 1 && area.capacity() <= Layout.MAX_CAPACITY;
            if (!isSize || !isZone(area.zone())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZone(int zone) {
        return zone >= 0 && zone < Layout.MAX_ZONES;
    }
}
