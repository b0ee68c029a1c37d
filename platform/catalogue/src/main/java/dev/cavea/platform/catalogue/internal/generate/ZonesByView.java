package dev.cavea.platform.catalogue.internal.generate;

import dev.cavea.ledger.core.house.Layout;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import dev.cavea.platform.catalogue.internal.plan.Focus;
import dev.cavea.platform.catalogue.internal.plan.PlanDraft;
import dev.cavea.platform.catalogue.internal.plan.Section;
import dev.cavea.platform.catalogue.internal.plan.Spot;
import dev.cavea.platform.catalogue.internal.plan.ViewQuality;
import dev.cavea.platform.catalogue.internal.plan.Zone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts every block of seats between two aisles into a price zone by how well it sees: few places in
 * the best zone, more in each one after it.
 */
final class ZonesByView {

    private final List<DrawnSection> sections;
    private final int[] qualities;
    private final int[] zones;

    private ZonesByView(List<DrawnSection> sections, int[] qualities) {
        this.sections = sections;
        this.qualities = qualities;
        this.zones = new int[qualities.length];
    }

    /** A block of a row: seats from, inclusive, to, exclusive, and the mean of their quality. */
    private record Block(int from, int to, double quality) {}

    static List<Zone> names(int count) {
        if (count == 1) {
            return List.of(Zone.of("Standard", 0));
        }
        return IntStream.range(0, count).mapToObj(i -> Zone.of("Category " + (i + 1), i)).toList();
    }

    /** A draft with all seats in it, priced. */
    static PlanDraft draft(List<DrawnSection> sections, Focus focus, int zoneCount) {
        List<Spot> spots = new ArrayList<>();
        for (DrawnSection section : sections) {
            for (DrawnRow row : section.rows()) {
                for (int seat = 0; seat < row.size(); seat++) {
                    spots.add(row.spot(seat));
                }
            }
        }
        double[] xs = spots.stream().mapToDouble(Spot::x).toArray();
        double[] ys = spots.stream().mapToDouble(Spot::y).toArray();
        var pricing = new ZonesByView(sections, ViewQuality.of(focus, xs, ys));
        pricing.price(zoneCount);
        return pricing.toDraft();
    }

    private void price(int zoneCount) {
        List<Block> blocks = blocks();
        blocks.sort(Comparator.comparingDouble(Block::quality).reversed());
        double shares = zoneCount * (zoneCount + 1) / 2.0;
        int zone = 0;
        double border = qualities.length / shares;
        int priced = 0;
        for (Block block : blocks) {
            while (priced >= border && zone < zoneCount - 1) {
                zone++;
                border += qualities.length * (zone + 1) / shares;
            }
            for (int seat = block.from; seat < block.to; seat++) {
                zones[seat] = zone;
            }
            priced += block.to - block.from;
        }
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        int index = 0;
        for (DrawnSection section : sections) {
            for (DrawnRow row : section.rows()) {
                int from = index;
                for (int seat = 0; seat < row.size(); seat++, index++) {
                    if (seat > 0 && (row.flags(seat) & Layout.AISLE_BEFORE) != 0) {
                        blocks.add(block(from, index));
                        from = index;
                    }
                }
                blocks.add(block(from, index));
            }
        }
        return blocks;
    }

    private Block block(int from, int to) {
        return new Block(
                from, to, IntStream.range(from, to).map(i -> qualities[i]).average().orElse(0));
    }

    private PlanDraft toDraft() {
        PlanDraft draft = new PlanDraft(Findings.ofPlan());
        int index = 0;
        for (DrawnSection section : sections) {
            draft.section(new Section(section.id(), section.name(), section.outline()));
            for (DrawnRow row : section.rows()) {
                draft.row(row.label());
                for (int seat = 0; seat < row.size(); seat++, index++) {
                    Spot at = row.spot(seat);
                    draft.seat(
                            new PlanDraft.Seat(
                                    Integer.toString(seat + 1),
                                    null,
                                    at.x(),
                                    at.y(),
                                    zones[index],
                                    row.flags(seat),
                                    qualities[index]));
                }
            }
        }
        return draft;
    }
}
