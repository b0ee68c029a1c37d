package dev.cavea.platform.catalogue.internal.plan;

import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plan while it is drawn, seat after seat in plan order. Building it checks what no single seat
 * can tell, and works out what was left out: view qualities and outlines.
 */
public final class PlanDraft {

    public static final int MAX_SEATS = 250_000;
    public static final int MAX_SECTIONS = 5_000;
    public static final int UNKNOWN_QUALITY = -1;

    private static final char NO_QUALITY = Character.MAX_VALUE;

    /** Of the pitch: seats are whole inside their outline, and neighbours' outlines part. */
    private static final double OUTLINE_MARGIN = 0.75;

    private static final double FRAME_MARGIN = 2;
    private static final double MAX_COORDINATE = 1_000_000;

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
    private boolean qualityMissing;

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
        columns.xs[index] = tenths(seat.x);
        columns.ys[index] = tenths(seat.y);
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

    /** Whether another seat would be one too many. */
    public boolean isFull() {
        return columns.seats >= MAX_SEATS;
    }

    private String shared(String text) {
        return shared.computeIfAbsent(text, t -> t);
    }

    private static int tenths(double value) {
        double bounded = Math.clamp(value, -MAX_COORDINATE, MAX_COORDINATE);
        return (int) Math.round(bounded * 10);
    }

    /** Throws the findings, those of the reader included, when there are any. */
    public Plan build(Frame frame) {
        columns.trim();
        checkSomethingToSell();
        checkUniqueNames();
        dropDerivedIds();
        SeatNames names = new SeatNames(columns, sections, findings::duplicate);
        findings.throwIfAny();
        if (qualityMissing) {
            fillQualities(frame);
        }
        fillOutlines(frame.pitch() * OUTLINE_MARGIN);
        return new Plan(sized(frame), sections, standing, shapes, columns, names);
    }

    private void checkSomethingToSell() {
        if (columns.seats == 0 && standing.isEmpty()) {
            findings.add("plan", "it has neither seats nor areas", "at least one place");
        }
    }

    private void checkUniqueNames() {
        Set<String> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Section section : sections) {
            if (!ids.add(section.id()) || !names.add(section.name())) {
                findings.add(
                        "section " + section.id(),
                        "another section has this id or name",
                        "ids and names that differ");
            }
        }
        Set<String> areas = new HashSet<>();
        for (SeatingPlan.Area area : standing.stream().map(StandingArea::area).toList()) {
            if (!areas.add(area.id())) {
                findings.add("area " + area.id(), "another area has this id", "ids that differ");
            }
        }
        checkRows();
    }

    private void checkRows() {
        Set<String> rows = new HashSet<>();
        for (int row = 0; row < columns.rows; row++) {
            String section = sections.get(columns.rowSections[row]).id();
            if (!rows.add(section + '\n' + columns.rowLabels[row])) {
                findings.add(
                        "section " + section + ", row " + columns.rowLabels[row],
                        "the section has two rows of this label",
                        "labels that differ");
            }
            checkNumbers(row, section);
        }
    }

    private void checkNumbers(int row, String section) {
        Set<String> numbers = new HashSet<>();
        for (int seat = columns.rowStarts[row]; seat < columns.rowEnd(row); seat++) {
            if (!numbers.add(columns.numbers[seat]) && !findings.isFull()) {
                findings.add(
                        "section " + section + ", row " + columns.rowLabels[row],
                        "two seats have the number " + columns.numbers[seat],
                        "numbers that differ within a row");
            }
        }
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
