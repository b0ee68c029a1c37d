package dev.cavea.platform.catalogue.internal.exchange;

import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixRow;
import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixSeat;
import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixZone;
import dev.cavea.platform.catalogue.internal.plan.Spot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A zone's rows as sections in which no two seats have one row and number. Pieces of one row that
 * only an aisle parts become one row. Where labels and numbers repeat, the zone is a number of
 * blocks, and each becomes a section.
 */
final class PretixSections {

    private static final double BLOCK_GAP = 2.2;

    /** Seats of one row, in the order in which they stand. */
    record JoinedRow(String label, List<PretixSeat> seats) {

        List<Spot> spots() {
            return seats.stream().map(PretixSeat::at).toList();
        }
    }

    /**
     * A section to be.
     *
     * @param suffix what its name has behind the zone's, or empty
     */
    record Block(String suffix, List<JoinedRow> rows) {}

    private PretixSections() {}

    static List<Block> of(PretixZone zone, double pitch) {
        List<PretixRow> rows = zone.rows().stream().filter(row -> !row.seats().isEmpty()).toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        if (!repeats(rows)) {
            return List.of(new Block("", joined(rows, pitch)));
        }
        List<List<PretixRow>> blocks = split(rows, pitch * BLOCK_GAP);
        String[] names = names(blocks);
        List<Block> sections = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            sections.add(new Block(names[i], joined(blocks.get(i), pitch)));
        }
        return sections;
    }

    private static boolean repeats(List<PretixRow> rows) {
        Map<String, Set<String>> numbers = new HashMap<>();
        for (PretixRow row : rows) {
            Set<String> known = numbers.computeIfAbsent(row.label(), label -> new HashSet<>());
            for (PretixSeat seat : row.seats()) {
                if (!known.add(seat.number())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<JoinedRow> joined(List<PretixRow> rows, double pitch) {
        Map<String, List<PretixSeat>> byLabel = new LinkedHashMap<>();
        for (PretixRow row : rows) {
            byLabel.computeIfAbsent(row.label(), label -> new ArrayList<>()).addAll(row.seats());
        }
        List<JoinedRow> joined = new ArrayList<>();
        byLabel.forEach(
                (label, seats) ->
                        joined.add(new JoinedRow(label, ByPlace.row(seats, PretixSeat::at))));
        return sameWay(ByPlace.rows(joined, JoinedRow::spots, pitch));
    }

    /** Each row in the direction of the first. */
    private static List<JoinedRow> sameWay(List<JoinedRow> rows) {
        List<Spot> first = rows.getFirst().spots();
        return rows.stream()
                .map(
                        row ->
                                ByPlace.runsAgainst(row.spots(), first)
                                        ? new JoinedRow(row.label(), row.seats().reversed())
                                        : row)
                .toList();
    }

    /** A new block begins where a label comes again or a row is far from the one before it. */
    private static List<List<PretixRow>> split(List<PretixRow> rows, double gap) {
        List<List<PretixRow>> blocks = new ArrayList<>();
        Set<String> labels = new HashSet<>();
        for (PretixRow row : rows) {
            boolean first = blocks.isEmpty();
            if (first
                    || labels.contains(row.label())
                    || isFar(blocks.getLast().getLast(), row, gap)) {
                blocks.add(new ArrayList<>());
                labels.clear();
            }
            labels.add(row.label());
            blocks.getLast().add(row);
        }
        return blocks;
    }

    /** Rows stand behind each other when most seats of the shorter one have the other near. */
    private static boolean isFar(PretixRow one, PretixRow other, double gap) {
        boolean oneIsShorter = one.seats().size() <= other.seats().size();
        List<PretixSeat> shorter = oneIsShorter ? one.seats() : other.seats();
        List<PretixSeat> longer = oneIsShorter ? other.seats() : one.seats();
        long near =
                shorter.stream()
                        .filter(
                                a ->
                                        longer.stream()
                                                .anyMatch(
                                                        b ->
                                                                ByPlace.distance(a.at(), b.at())
                                                                        < gap))
                        .count();
        return near * 2 < shorter.size();
    }

    /** Left, centre, right as drawn where two or three stand side by side, else 1, 2, … */
    private static String[] names(List<List<PretixRow>> blocks) {
        String[] names = new String[blocks.size()];
        Arrays.setAll(names, i -> " " + (i + 1));
        List<Bounds> bounds = blocks.stream().map(PretixSections::bounds).toList();
        List<Integer> byX = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            byX.add(i);
        }
        byX.sort(Comparator.comparingDouble(i -> bounds.get(i).left()));
        boolean apart = true;
        for (int i = 1; i < names.length; i++) {
            apart &= bounds.get(byX.get(i - 1)).right() < bounds.get(byX.get(i)).left();
        }
        if (apart && names.length <= 3 && names.length > 1) {
            names[byX.getFirst()] = " left";
            names[byX.getLast()] = " right";
            if (names.length == 3) {
                names[byX.get(1)] = " centre";
            }
        }
        return names;
    }

    private static Bounds bounds(List<PretixRow> rows) {
        return Bounds.around(
                rows.stream().flatMap(r -> r.seats().stream()).map(PretixSeat::at).toList());
    }
}
