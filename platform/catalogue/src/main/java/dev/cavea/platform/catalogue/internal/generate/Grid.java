package dev.cavea.platform.catalogue.internal.generate;

import dev.cavea.platform.catalogue.internal.plan.Focus;
import dev.cavea.platform.catalogue.internal.plan.Frame;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * Straight rows in front of a stage, sections A, B, … side by side, so that the first seat is
 * A-1-1.
 */
public record Grid(int rows, int seatsPerRow, int sections, int zones) implements Generator {

    public static final int MAX_ROWS = 5_000;
    public static final int MAX_SEATS_PER_ROW = 5_000;
    public static final int MAX_SECTIONS = 26;

    private static final double ROW_DISTANCE = 28;
    private static final double MARGIN = 60;
    private static final double STAGE_DEPTH = 80;
    private static final double AISLE = 50;

    @Override
    public Plan plan() {
        double top = MARGIN + STAGE_DEPTH + MARGIN;
        List<DrawnSection> drawn = new ArrayList<>();
        double sectionWidth = (seatsPerRow - 1) * PITCH + AISLE;
        for (int section = 0; section < sections; section++) {
            String id = Character.toString('A' + section);
            double left = MARGIN + section * sectionWidth;
            drawn.add(new DrawnSection(id, id, rowsFrom(left, top)));
        }
        double width = 2 * MARGIN + sections * sectionWidth - AISLE;
        double height = top + (rows - 1) * ROW_DISTANCE + MARGIN;
        double stage = Math.round(Math.max(PITCH * 3, (width - 2 * MARGIN) * 0.6));
        Focus focus =
                new Focus(
                        Focus.Kind.STAGE,
                        Math.round(width / 2),
                        MARGIN + STAGE_DEPTH / 2,
                        stage,
                        STAGE_DEPTH);
        String name = rows + " rows of " + seatsPerRow * sections;
        return ZonesByView.draft(drawn, focus, zones)
                .build(new Frame(name, width, height, PITCH, focus, ZonesByView.names(zones)));
    }

    private List<DrawnRow> rowsFrom(double left, double top) {
        List<DrawnRow> drawn = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            DrawnRow row = new DrawnRow(Integer.toString(r + 1));
            for (int seat = 0; seat < seatsPerRow; seat++) {
                row.add(left + seat * PITCH, top + r * ROW_DISTANCE, 0);
            }
            drawn.add(row);
        }
        return drawn;
    }
}
