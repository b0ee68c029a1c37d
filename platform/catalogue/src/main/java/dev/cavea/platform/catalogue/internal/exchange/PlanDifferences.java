package dev.cavea.platform.catalogue.internal.exchange;

import dev.cavea.ledger.core.house.Layout;
import dev.cavea.platform.catalogue.internal.plan.Frame;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import dev.cavea.platform.catalogue.internal.plan.Section;
import dev.cavea.platform.catalogue.internal.plan.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** In what one plan differs from another that should be the same, with counts. */
final class PlanDifferences {

    private final Map<String, Integer> counts = new LinkedHashMap<>();

    private PlanDifferences() {}

    /** What of the first is not, or not the same, in the second. */
    static List<Loss> between(Plan plan, Plan other) {
        PlanDifferences differences = new PlanDifferences();
        differences.seats(plan, other);
        differences.house(plan, other);
        return differences.losses();
    }

    /** All that a plan has, where nothing of it comes back. */
    static List<Loss> all(Plan plan) {
        PlanDifferences differences = new PlanDifferences();
        differences.add("seats", plan.seatCount());
        differences.add("areas", plan.areas().size());
        differences.add("drawings", plan.shapes().size());
        return differences.losses();
    }

    private List<Loss> losses() {
        List<Loss> losses = new ArrayList<>();
        counts.forEach((what, count) -> losses.add(new Loss(what, count)));
        return losses;
    }

    private void add(String what, int count) {
        if (count > 0) {
            counts.merge(what, count, Integer::sum);
        }
    }

    private void same(String what, Object one, Object other) {
        add(what, one.equals(other) ? 0 : 1);
    }

    private void seats(Plan plan, Plan other) {
        for (int seat = 0; seat < plan.seatCount(); seat++) {
            int found = other.indexOf(plan.seatId(seat));
            if (found < 0) {
                add("seats", 1);
                continue;
            }
            add("order", found == seat ? 0 : 1);
            boolean named =
                    plan.section(seat).equals(other.section(found))
                            && plan.row(seat).equals(other.row(found))
                            && plan.number(seat).equals(other.number(found));
            add("names", named ? 0 : 1);
            same("zones", zone(plan, seat), zone(other, found));
            flags(plan.flags(seat) ^ other.flags(found));
            add("quality", plan.quality(seat) == other.quality(found) ? 0 : 1);
            boolean there = plan.x(seat) == other.x(found) && plan.y(seat) == other.y(found);
            add("coordinates", there ? 0 : 1);
        }
    }

    private static String zone(Plan plan, int seat) {
        return plan.frame().zones().get(plan.zone(seat)).name();
    }

    private void flags(int changed) {
        add("wheelchair", (changed & (Layout.ACCESSIBLE | Layout.COMPANION)) == 0 ? 0 : 1);
        add("aisles", (changed & Layout.AISLE_BEFORE) == 0 ? 0 : 1);
    }

    private void house(Plan plan, Plan other) {
        Frame frame = plan.frame();
        Frame its = other.frame();
        add("areas", (int) plan.standing().stream().filter(a -> !has(other, a)).count());
        add("drawings", (int) plan.shapes().stream().filter(s -> !has(other, s)).count());
        same("name", frame.name(), its.name());
        add("focus", Objects.equals(frame.focus(), its.focus()) ? 0 : 1);
        same("pitch", frame.pitch(), its.pitch());
        add("size", frame.width() == its.width() && frame.height() == its.height() ? 0 : 1);
        same("zone-list", names(frame), names(its));
        same("colours", colours(frame), colours(its));
        sections(plan.drawnSections(), other.drawnSections());
    }

    private static boolean has(Plan plan, Object part) {
        return plan.standing().contains(part) || plan.shapes().contains(part);
    }

    private static List<String> names(Frame frame) {
        return frame.zones().stream().map(Zone::name).toList();
    }

    private static List<String> colours(Frame frame) {
        return frame.zones().stream().map(Zone::color).toList();
    }

    private void sections(List<Section> sections, List<Section> others) {
        Map<String, Section> byName = new LinkedHashMap<>();
        others.forEach(section -> byName.put(section.name(), section));
        for (Section section : sections) {
            Section found = byName.get(section.name());
            if (found == null) {
                add("sections", 1);
                continue;
            }
            same("section-ids", section.id(), found.id());
            same("outlines", section.outline(), found.outline());
        }
    }
}
