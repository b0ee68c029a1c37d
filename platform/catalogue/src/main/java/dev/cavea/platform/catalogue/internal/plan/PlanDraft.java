package dev.cavea.platform.catalogue.internal.plan;

import dev.cavea.platform.catalogue.internal.fields.Findings;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan while it is drawn, seat after seat in plan order. Building it checks what no single seat
 * can tell, and works out what was left out: view qualities and outlines.
 */
public final class PlanDraft {

    public static final int UNKNOWN_QUALITY = -1;

    private static final char NO_QUALITY = Character.MAX_VALUE;

    /** Of the pitch: seats are whole inside their outline, and neighbours' outlines part. */
    private static final double OUTLINE_MARGIN = 0.75;

    private static final double FRAME_MARGIN = 2;
    private static final double EXACT = 1e-6;

    /**
     * A seat to be added.
     *
     * @param id null when it is {@code SECTION-ROW-NUMBER}
     * @param quality 0 to 1000, or {@link #UNKNOWN_QUALITY}
     */
    public record Seat(
            String number,
            @Nullable String id,
            double x,
            double y,
            int zone,
            int flags,
            int quality) {}

    private final Findings findings;
    private final SeatColumns columns = new SeatColumns();
    private final List<Section> sections = new ArrayList<>();
    private final List<StandingArea> standing = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final Map<String, String> shared = new HashMap<>();
    private final BitSet outOfReach = new BitSet();
    private Places places = new Places(this::pathOf, seat -> seat);
    private boolean qualityMissing;
    private boolean rounded;

    public PlanDraft(Findings findings) {
        this.findings = findings;
    }

    /** What follows is in this section; an empty outline is worked out. */
    public PlanDraft section(Section section) {
        sections.add(section);
        return this;
    }

    /** For documents that name a section after its rows. */
    public void nameLastSection(Section section) {
        sections.set(sections.size() - 1, section);
    }

    public PlanDraft row(String label) {
        columns.addRow(sections.size() - 1, shared(label));
        return this;
    }

    public PlanDraft seat(Seat seat) {
        int index = columns.addSeat();
        columns.numbers[index] = shared(seat.number);
        columns.ids[index] = seat.id;
        columns.xs[index] = tenths(seat.x, index);
        columns.ys[index] = tenths(seat.y, index);
        columns.zones[index] = (byte) seat.zone;
        columns.flags[index] = (byte) seat.flags;
        boolean unknown = seat.quality == UNKNOWN_QUALITY;
        columns.qualities[index] = unknown ? NO_QUALITY : (char) seat.quality;
        qualityMissing |= unknown;
        return this;
    }

    public PlanDraft standing(StandingArea area) {
        standing.add(area);
        return this;
    }

    public PlanDraft shape(Shape shape) {
        shapes.add(shape);
        return this;
    }

    public int seatCount() {
        return columns.seats;
    }

    public int rowCount() {
        return columns.rows;
    }

    /** Where seats are in what was sent, if that is not our own form. */
    public PlanDraft placedBy(Places given) {
        places = given;
        return this;
    }

    private String pathOf(int seat) {
        int row = columns.rowOf(seat);
        int first = row;
        while (first > 0 && columns.rowSections[first - 1] == columns.rowSections[row]) {
            first--;
        }
        return "sections["
                + (int) columns.rowSections[row]
                + "].rows["
                + (row - first)
                + "].numbers["
                + (seat - columns.rowStarts[row])
                + "]";
    }

    private String shared(String text) {
        return shared.computeIfAbsent(text, t -> t);
    }

    private int tenths(double value, int seat) {
        if (!(Math.abs(value) <= Limits.FAR)) {
            outOfReach.set(seat);
        }
        long tenths = Math.round(value * 10);
        rounded |= Math.abs(value * 10 - tenths) > EXACT;
        return Math.clamp(tenths, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** Throws the findings, those of the reader included, when there are any. */
    public Plan build(Frame frame) {
        columns.trim();
        PlanCheck check = new PlanCheck(columns, sections, findings, places);
        if (!findings.trusts()) {
            check.names(standing);
            check.drawings(shapes, standing);
            outOfReach.stream().forEach(check::outOfReach);
        }
        dropDerivedIds();
        SeatNames names = new SeatNames(columns, sections, check::repeated);
        findings.throwIfAny();
        if (!findings.trusts()) {
            check.spots(rounded, names::id);
        }
        if (qualityMissing) {
            fillQualities(frame);
        }
        fillOutlines(frame.pitch() * OUTLINE_MARGIN);
        return new Plan(sized(frame), sections, standing, shapes, columns, names);
    }

    /** So that one plan has one form, whether its ids were spelt out or not. */
    private void dropDerivedIds() {
        for (int row = 0; row < columns.rows; row++) {
            String start =
                    sections.get(columns.rowSections[row]).id() + '-' + columns.rowLabels[row];
            for (int seat = columns.rowStarts[row]; seat < columns.rowEnd(row); seat++) {
                String id = columns.ids[seat];
                if (id != null && id.equals(start + '-' + columns.numbers[seat])) {
                    columns.ids[seat] = null;
                }
            }
        }
    }

    private void fillQualities(Frame frame) {
        double[] xs = new double[columns.seats];
        double[] ys = new double[columns.seats];
        for (int seat = 0; seat < columns.seats; seat++) {
            xs[seat] = columns.xs[seat] / 10.0;
            ys[seat] = columns.ys[seat] / 10.0;
        }
        int[] qualities = ViewQuality.of(frame.focus(), xs, ys);
        for (int seat = 0; seat < columns.seats; seat++) {
            if (columns.qualities[seat] == NO_QUALITY) {
                columns.qualities[seat] = (char) qualities[seat];
            }
        }
    }

    private void fillOutlines(double margin) {
        List<List<Spot>> spots = new ArrayList<>();
        sections.forEach(section -> spots.add(new ArrayList<>()));
        for (int row = 0; row < columns.rows; row++) {
            for (int seat = columns.rowStarts[row]; seat < columns.rowEnd(row); seat++) {
                spots.get(columns.rowSections[row])
                        .add(new Spot(columns.xs[seat] / 10.0, columns.ys[seat] / 10.0));
            }
        }
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            if (section.outline().isEmpty()) {
                var outline = Outline.around(spots.get(i), margin);
                sections.set(i, new Section(section.id(), section.name(), outline));
            }
        }
    }

    /** Grows a frame that does not hold all seats. */
    private Frame sized(Frame frame) {
        double right = frame.width();
        double bottom = frame.height();
        double margin = frame.pitch() * FRAME_MARGIN;
        for (int seat = 0; seat < columns.seats; seat++) {
            double x = columns.xs[seat] / 10.0;
            double y = columns.ys[seat] / 10.0;
            right = x > right ? x + margin : right;
            bottom = y > bottom ? y + margin : bottom;
        }
        return new Frame(
                frame.name(),
                Math.ceil(right),
                Math.ceil(bottom),
                frame.pitch(),
                frame.focus(),
                frame.zones());
    }
}
