package dev.cavea.platform.catalogue.internal.plan;

import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** What no single seat can tell: names that repeat, and what lies out of reach or on one spot. */
final class PlanCheck {

    private static final int EXAMPLES = 10;
    private static final String WITHIN = "coordinates from -1,000,000 to 1,000,000";

    private final SeatColumns columns;
    private final List<Section> sections;
    private final Findings findings;
    private final Places places;
    private final BitSet repeatedNumbers = new BitSet();

    PlanCheck(SeatColumns columns, List<Section> sections, Findings findings, Places places) {
        this.columns = columns;
        this.sections = sections;
        this.findings = findings;
        this.places = places;
    }

    void names(List<StandingArea> standing) {
        if (columns.seats == 0 && standing.isEmpty()) {
            findings.add("plan", "it has neither seats nor areas", "at least one place");
        }
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
        rows();
    }

    private void rows() {
        Set<String> rows = new HashSet<>();
        for (int row = 0; row < columns.rows; row++) {
            String section = sections.get(columns.rowSections[row]).id();
            if (!rows.add(section + '\n' + columns.rowLabels[row])) {
                findings.add(
                        "section " + section + ", row " + columns.rowLabels[row],
                        "the section has two rows with this label",
                        "labels that differ");
            }
            numbers(row);
        }
    }

    /** A row that was typed twice is one mistake, not one a seat. */
    private void numbers(int row) {
        Map<String, Integer> numbers = new HashMap<>();
        List<Integer> again = new ArrayList<>();
        for (int seat = columns.rowStarts[row]; seat < columns.rowEnd(row); seat++) {
            Integer first = numbers.putIfAbsent(columns.numbers[seat], seat);
            if (first != null) {
                boolean swapped = places.isBefore(seat, first);
                numbers.put(columns.numbers[seat], swapped ? seat : first);
                again.add(swapped ? first : seat);
                repeatedNumbers.set(seat);
            }
        }
        if (again.isEmpty()) {
            return;
        }
        again.sort((a, b) -> places.isBefore(a, b) ? -1 : 1);
        int first = numbers.getOrDefault(columns.numbers[again.getFirst()], again.getFirst());
        String message =
                "section "
                        + sections.get(columns.rowSections[row]).name()
                        + ", row "
                        + columns.rowLabels[row]
                        + " has the number "
                        + columns.numbers[first]
                        + " already: "
                        + places.of(first);
        again.forEach(
                seat -> findings.add(places.of(seat), message, "numbers that differ within a row"));
    }

    /** Two seats of one id. */
    void repeated(String id, int seat, int first) {
        findings.duplicate(id);
        if (!repeatedNumbers.get(seat)) {
            boolean swapped = places.isBefore(seat, first);
            findings.add(
                    places.of(swapped ? first : seat),
                    "has the id " + id + ", as has " + places.of(swapped ? seat : first),
                    "ids that differ");
        }
    }

    void drawings(List<Shape> shapes, List<StandingArea> standing) {
        for (int i = 0; i < shapes.size(); i++) {
            boolean near =
                    switch (shapes.get(i)) {
                        case Shape.Polygon polygon -> near(polygon.points());
                        case Shape.Circle circle ->
                                near(List.of(circle.centre())) && circle.radius() <= Limits.FAR;
                        case Shape.Text text -> near(List.of(text.at()));
                    };
            if (!near) {
                findings.add("shapes[" + i + "]", "is out of range", WITHIN);
            }
        }
        for (int i = 0; i < standing.size(); i++) {
            if (!near(standing.get(i).outline())) {
                findings.add("areas[" + i + "].outline", "is out of range", WITHIN);
            }
        }
    }

    private static boolean near(List<Spot> spots) {
        return spots.stream()
                .allMatch(s -> Math.abs(s.x()) <= Limits.FAR && Math.abs(s.y()) <= Limits.FAR);
    }

    /** For a seat whose coordinates would have to be bent to be kept. */
    void outOfReach(int seat) {
        findings.add(places.of(seat), "is out of range", WITHIN);
    }

    /**
     * Warns of seats that cannot be told apart on a map.
     *
     * @param rounded whether coordinates lost decimals
     */
    void spots(boolean rounded, IntFunction<String> id) {
        Set<Long> shared = sharedSpots();
        if (shared.isEmpty()) {
            return;
        }
        Map<Long, List<String>> examples = new HashMap<>();
        int count = 0;
        for (int seat = 0; seat < columns.seats; seat++) {
            long spot = spot(seat);
            if (shared.contains(spot)) {
                count++;
                if (examples.containsKey(spot) || examples.size() < EXAMPLES) {
                    examples.computeIfAbsent(spot, s -> new ArrayList<>()).add(id.apply(seat));
                }
            }
        }
        findings.warn(
                rounded ? "coordinates-rounded" : "seats-on-one-spot",
                count
                        + " seats are where another seat is"
                        + (rounded
                                ? ": coordinates are kept to one decimal. Give them in a"
                                        + " smaller unit, such as centimetres."
                                : "."),
                examples.values().stream()
                        .map(ids -> String.join(", ", ids.subList(0, Math.min(ids.size(), 5))))
                        .toList());
    }

    private Set<Long> sharedSpots() {
        long[] spots = new long[columns.seats];
        for (int seat = 0; seat < columns.seats; seat++) {
            spots[seat] = spot(seat);
        }
        Arrays.sort(spots);
        Set<Long> shared = new HashSet<>();
        for (int i = 1; i < spots.length; i++) {
            if (spots[i] == spots[i - 1]) {
                shared.add(spots[i]);
            }
        }
        return shared;
    }

    private long spot(int seat) {
        return ((long) columns.xs[seat] << 32) ^ (columns.ys[seat] & 0xffffffffL);
    }
}
