package dev.cavea.platform.catalogue.internal.plan;

import dev.cavea.platform.catalogue.SeatingPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A complete plan, drawing and all. Made by {@link PlanDraft} alone; immutable. */
public final class Plan implements SeatingPlan {

    private final Frame frame;
    private final List<Section> sections;
    private final List<StandingArea> standing;
    private final List<Shape> shapes;
    private final SeatColumns seats;
    private final SeatNames names;
    private volatile @Nullable String digest;

    Plan(
            Frame frame,
            List<Section> sections,
            List<StandingArea> standing,
            List<Shape> shapes,
            SeatColumns seats,
            SeatNames names) {
        this.frame = frame;
        this.sections = List.copyOf(sections);
        this.standing = List.copyOf(standing);
        this.shapes = List.copyOf(shapes);
        this.seats = seats;
        this.names = names;
    }

    public Frame frame() {
        return frame;
    }

    public List<Section> drawnSections() {
        return sections;
    }

    public List<StandingArea> standing() {
        return standing;
    }

    public List<Shape> shapes() {
        return shapes;
    }

    @Override
    public String digest() {
        String known = digest;
        if (known == null) {
            known = PlanDocument.digest(this);
            digest = known;
        }
        return known;
    }

    /** For a plan that was read from the store under this digest. */
    public void knownAs(String storedDigest) {
        digest = storedDigest;
    }

    @Override
    public int seatCount() {
        return seats.seats;
    }

    @Override
    public int indexOf(String seatId) {
        return names.indexOf(seatId);
    }

    @Override
    public String seatId(int seat) {
        return names.id(seat);
    }

    /** Whether the seat's id is other than {@code SECTION-ROW-NUMBER}. */
    public boolean hasOwnId(int seat) {
        return seats.ids[seat] != null;
    }

    @Override
    public String section(int seat) {
        return sections.get(sectionIndex(seat)).name();
    }

    public int sectionIndex(int seat) {
        return seats.rowSections[seats.rowOf(seat)];
    }

    @Override
    public String row(int seat) {
        return seats.rowLabels[seats.rowOf(seat)];
    }

    @Override
    public String number(int seat) {
        return seats.numbers[seat];
    }

    @Override
    public int zone(int seat) {
        return seats.zones[seat];
    }

    @Override
    public int flags(int seat) {
        return seats.flags[seat];
    }

    @Override
    public int quality(int seat) {
        return seats.qualities[seat];
    }

    @Override
    public double x(int seat) {
        return seats.xs[seat] / 10.0;
    }

    @Override
    public double y(int seat) {
        return seats.ys[seat] / 10.0;
    }

    @Override
    public List<String> zones() {
        return frame.zones().stream().map(Zone::name).toList();
    }

    @Override
    public List<String> sections() {
        return sections.stream().map(Section::name).toList();
    }

    @Override
    public List<Area> areas() {
        return standing.stream().map(StandingArea::area).toList();
    }

    SeatColumns columns() {
        return seats;
    }
}
