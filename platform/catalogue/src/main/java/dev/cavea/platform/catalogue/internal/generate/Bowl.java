package dev.cavea.platform.catalogue.internal.generate;

import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.catalogue.internal.plan.Focus;
import dev.cavea.platform.catalogue.internal.plan.Frame;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import dev.cavea.platform.catalogue.internal.plan.PlanDraft;
import dev.cavea.platform.catalogue.internal.plan.Spot;
import dev.cavea.platform.catalogue.internal.plan.StandingArea;
import dev.cavea.platform.catalogue.internal.plan.Zone;
import java.util.ArrayList;
import java.util.List;

/**
 * An arena or a stadium: tiers around an oval, each cut into wedges by aisles.
 *
 * @param seats exactly how many seats there are, the floor not counted
 * @param floor standing places on the floor; with them there is a stage at the left end, and nobody
 *     sits behind it
 */
public record Bowl(Kind kind, int seats, int tiers, int zones, int floor) implements Generator {

    public static final int MIN_SEATS = 500;
    public static final int MAX_TIERS = 6;
    public static final int MAX_FLOOR = 100_000;

    private static final double MARGIN = 150;
    private static final double STAGE_DEPTH = 400;

    /** An ice rink of 61 by 30 metres, a football pitch of 105 by 68; fifty units are a metre. */
    public enum Kind {
        ARENA("Arena", 3050, 1500),
        STADIUM("Stadium", 5250, 3400);

        private final String title;
        private final double fieldWidth;
        private final double fieldHeight;

        Kind(String title, double fieldWidth, double fieldHeight) {
            this.title = title;
            this.fieldWidth = fieldWidth;
            this.fieldHeight = fieldHeight;
        }

        /** The line of the first row. */
        private Oval oval() {
            return switch (this) {
                case ARENA -> new Oval(1700, 950, 500);
                case STADIUM -> new Oval(3025, 2100, 750);
            };
        }
    }

    /** What a house of this size usually has. */
    public static int usualTiers(int seats) {
        return seats < 8_000 ? 1 : seats < 35_000 ? 2 : seats < 120_000 ? 3 : 4;
    }

    @Override
    public Plan plan() {
        Oval oval = kind.oval();
        Stands stands = Stands.with(seats, tiers, oval, behindStage());
        double right = Math.ceil(oval.halfWidth() + stands.depth() + MARGIN);
        double dx = floor == 0 ? right : kind.fieldWidth / 2 + MARGIN;
        double dy = Math.ceil(oval.halfHeight() + stands.depth() + MARGIN);
        Focus focus = focus().moved(dx, dy);
        PlanDraft draft = ZonesByView.draft(stands.sections(dx, dy), focus, zones);
        List<Zone> priced = new ArrayList<>(ZonesByView.names(zones));
        if (floor > 0) {
            draft.standing(standing(dx, dy));
            priced.add(Zone.of("Floor", zones));
        }
        String name = kind.title + " of " + seats + " seats";
        return draft.build(new Frame(name, dx + right, 2 * dy, PITCH, focus, priced));
    }

    private Focus focus() {
        if (floor == 0) {
            return new Focus(Focus.Kind.FIELD, 0, 0, kind.fieldWidth, kind.fieldHeight);
        }
        double x = -kind.fieldWidth / 2 + STAGE_DEPTH / 2;
        return new Focus(Focus.Kind.STAGE, x, 0, STAGE_DEPTH, kind.fieldHeight * 0.6);
    }

    /** Sections whose middle is left of this are not built. */
    private double behindStage() {
        return floor == 0 ? Double.NEGATIVE_INFINITY : -kind.fieldWidth / 2 + STAGE_DEPTH;
    }

    private StandingArea standing(double dx, double dy) {
        double left = dx - kind.fieldWidth / 2 + STAGE_DEPTH + 100;
        double right = dx + kind.fieldWidth / 2;
        double half = kind.fieldHeight / 2;
        return new StandingArea(
                new SeatingPlan.Area("FLOOR", "Floor", floor, zones),
                List.of(
                        new Spot(left, dy - half),
                        new Spot(right, dy - half),
                        new Spot(right, dy + half),
                        new Spot(left, dy + half)));
    }
}
