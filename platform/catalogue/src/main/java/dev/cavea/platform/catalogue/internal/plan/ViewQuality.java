package dev.cavea.platform.catalogue.internal.plan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How good the view from each seat is, 0 to 1000: seven tenths by the distance to the focus, from
 * the plan's nearest seat to its farthest, and three tenths by the angle.
 */
public final class ViewQuality {

    /** Where nobody said what people look at. */
    public static final int EVEN = 500;

    private static final double BY_DISTANCE = 700;
    private static final double BY_ANGLE = 300;
    private static final double FARTHEST = 0.1;

    private final Focus focus;
    private final double[] xs;
    private final double[] ys;
    private final double facingX;
    private final double facingY;
    private final boolean surrounded;

    private ViewQuality(Focus focus, double[] xs, double[] ys) {
        this.focus = focus;
        this.xs = xs;
        this.ys = ys;
        double dx = mean(xs) - focus.x();
        double dy = mean(ys) - focus.y();
        double length = Math.sqrt(dx * dx + dy * dy);
        // A stage faces its people; with people all around, their centre is the stage itself.
        this.surrounded = length < (focus.width() + focus.height()) / 4;
        this.facingX = length == 0 ? 0 : dx / length;
        this.facingY = length == 0 ? 1 : dy / length;
    }

    public static int[] of(@Nullable Focus focus, double[] xs, double[] ys) {
        if (focus == null) {
            int[] even = new int[xs.length];
            Arrays.fill(even, EVEN);
            return even;
        }
        return new ViewQuality(focus, xs, ys).all();
    }

    private int[] all() {
        double nearest = Double.MAX_VALUE;
        double farthest = 0;
        for (int i = 0; i < xs.length; i++) {
            double distance = focus.distance(xs[i], ys[i]);
            nearest = Math.min(nearest, distance);
            farthest = Math.max(farthest, distance);
        }
        double span = Math.max(farthest - nearest, 1);
        int[] qualities = new int[xs.length];
        for (int i = 0; i < xs.length; i++) {
            double away = (focus.distance(xs[i], ys[i]) - nearest) / span;
            double near = 1 - away * (1 - FARTHEST);
            qualities[i] = (int) Math.round(BY_DISTANCE * near + BY_ANGLE * angle(xs[i], ys[i]));
        }
        return qualities;
    }

    /** 1 from where it is looked at best, 0 from where it is looked at worst. */
    private double angle(double x, double y) {
        double dx = x - focus.x();
        double dy = y - focus.y();
        double length = Math.max(Math.sqrt(dx * dx + dy * dy), 1e-9);
        return switch (focus.kind()) {
            case STAGE ->
                    surrounded
                            ? 1
                            : Math.max(0, ((dx * facingX + dy * facingY) / length + 0.5) / 1.5);
            case FIELD -> (focus.width() >= focus.height() ? Math.abs(dy) : Math.abs(dx)) / length;
            case RING -> 1;
        };
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }
}
