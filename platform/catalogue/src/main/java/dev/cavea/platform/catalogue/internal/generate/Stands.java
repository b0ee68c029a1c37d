package dev.cavea.platform.catalogue.internal.generate;

import dev.cavea.ledger.core.house.Layout;
import dev.cavea.platform.catalogue.internal.plan.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rows of a bowl: as many as the wanted number of seats takes, and not one seat more. */
final class Stands {

    private static final double ROW_DISTANCE = 40;
    private static final double TIER_GAP = 160;
    private static final double AISLE = 60;

    /** Some 24 seats between two aisles. */
    private static final double WEDGE_WIDTH = 640;

    /** A vomitory: the way in through a section, three rows deep and four seats wide. */
    private static final int VOMITORY_FROM = 4;

    private static final int VOMITORY_TO = 7;
    private static final int VOMITORY_SEATS = 4;
    private static final int ROWS_FOR_VOMITORY = 12;
    private static final int SEATS_FOR_VOMITORY = 14;

    /** A row before it is drawn: how far out, and how many seats. */
    private static final class PlannedRow {
        final Wedge wedge;
        final int section;
        final int row;
        final double offset;
        final boolean vomitory;
        int seats;

        PlannedRow(Wedge wedge, int section, int row, double offset, boolean throughWay) {
            this.wedge = wedge;
            this.section = section;
            this.row = row;
            this.offset = offset;
            int all = 1 + (int) Math.max(0, (wedge.lengthAt(offset) - AISLE) / Generator.PITCH);
            this.vomitory = throughWay && all >= SEATS_FOR_VOMITORY;
            this.seats = vomitory ? all - VOMITORY_SEATS : all;
        }

        double distance() {
            Spot middle = wedge.spot(offset, 0);
            return Math.sqrt(middle.x() * middle.x() + middle.y() * middle.y());
        }
    }

    private final List<PlannedRow> rows;

    private Stands(List<PlannedRow> rows) {
        this.rows = rows;
    }

    /**
     * @param behind wedges whose middle is left of this are left out
     */
    static Stands with(int seats, int tiers, Oval oval, double behind) {
        for (int count = tiers; ; count++) {
            List<PlannedRow> rows = planned(count, tiers, oval, behind);
            int surplus = rows.stream().mapToInt(row -> row.seats).sum() - seats;
            if (surplus >= 0) {
                return new Stands(withoutSurplus(rows, surplus));
            }
        }
    }

    double depth() {
        return rows.stream().mapToDouble(row -> row.offset).max().orElse(0);
    }

    private static List<PlannedRow> planned(int count, int tiers, Oval oval, double behind) {
        List<PlannedRow> planned = new ArrayList<>();
        double offset = 0;
        for (int tier = 0; tier < tiers; tier++) {
            int inTier = count / tiers + (tier < count % tiers ? 1 : 0);
            double middle = offset + inTier * ROW_DISTANCE / 2;
            List<Wedge> wedges = oval.wedges(middle, WEDGE_WIDTH + 60 * tier);
            for (int wedge = 0; wedge < wedges.size(); wedge++) {
                if (wedges.get(wedge).spot(middle, 0).x() >= behind) {
                    int section = (tier + 1) * (wedges.size() < 100 ? 100 : 1_000) + wedge + 1;
                    addRows(planned, wedges.get(wedge), section, inTier, offset);
                }
            }
            offset += inTier * ROW_DISTANCE + TIER_GAP;
        }
        return planned;
    }

    private static void addRows(
            List<PlannedRow> planned, Wedge wedge, int section, int rows, double offset) {
        for (int row = 0; row < rows; row++) {
            boolean throughWay =
                    rows >= ROWS_FOR_VOMITORY && row >= VOMITORY_FROM && row < VOMITORY_TO;
            planned.add(
                    new PlannedRow(wedge, section, row, offset + row * ROW_DISTANCE, throughWay));
        }
    }

    /** Takes seats from the outermost rows, those farthest from the middle first. */
    private static List<PlannedRow> withoutSurplus(List<PlannedRow> rows, int surplus) {
        List<PlannedRow> outermostFirst = new ArrayList<>(rows);
        outermostFirst.sort(
                Comparator.<PlannedRow>comparingDouble(row -> row.offset)
                        .thenComparingDouble(PlannedRow::distance)
                        .reversed());
        int left = surplus;
        for (PlannedRow row : outermostFirst) {
            int cut = Math.min(left, row.seats);
            row.seats -= cut;
            left -= cut;
        }
        return rows.stream().filter(row -> row.seats > 0).toList();
    }

    /** Draws all of it, moved by this much. */
    List<DrawnSection> sections(double dx, double dy) {
        List<DrawnSection> sections = new ArrayList<>();
        int current = 0;
        for (PlannedRow row : rows) {
            if (row.section != current) {
                current = row.section;
                String id = Integer.toString(current);
                sections.add(new DrawnSection(id, id, new ArrayList<>()));
            }
            sections.getLast().rows().add(drawn(row, dx, dy));
        }
        sections.forEach(Stands::placeWheelchairs);
        return sections;
    }

    private static DrawnRow drawn(PlannedRow row, double dx, double dy) {
        DrawnRow drawn = new DrawnRow(Integer.toString(row.row + 1));
        int places = row.vomitory ? row.seats + VOMITORY_SEATS : row.seats;
        int gap = row.vomitory ? row.seats / 2 : places;
        for (int seat = 0; seat < row.seats; seat++) {
            int place = seat < gap ? seat : seat + VOMITORY_SEATS;
            double along = (place - (places - 1) / 2.0) * Generator.PITCH;
            Spot at = row.wedge.spot(row.offset, along);
            drawn.add(at.x() + dx, at.y() + dy, seat == gap ? Layout.AISLE_BEFORE : 0);
        }
        return drawn;
    }

    /** At both ends of the rear row, where the way around the tier is level. */
    private static void placeWheelchairs(DrawnSection section) {
        DrawnRow rear = section.rows().getLast();
        if (rear.size() >= 8) {
            rear.wheelchair(0, 1);
            rear.wheelchair(rear.size() - 1, rear.size() - 2);
        }
    }
}
