package dev.cavea.platform.catalogue.internal.exchange;

import dev.cavea.ledger.core.house.Layout;
import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixArea;
import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixRow;
import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixSeat;
import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixZone;
import dev.cavea.platform.catalogue.internal.exchange.PretixSections.Block;
import dev.cavea.platform.catalogue.internal.exchange.PretixSections.JoinedRow;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import dev.cavea.platform.catalogue.internal.plan.Focus;
import dev.cavea.platform.catalogue.internal.plan.Frame;
import dev.cavea.platform.catalogue.internal.plan.FrontGuess;
import dev.cavea.platform.catalogue.internal.plan.Limits;
import dev.cavea.platform.catalogue.internal.plan.Places;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import dev.cavea.platform.catalogue.internal.plan.PlanDraft;
import dev.cavea.platform.catalogue.internal.plan.Section;
import dev.cavea.platform.catalogue.internal.plan.Shape;
import dev.cavea.platform.catalogue.internal.plan.Spot;
import dev.cavea.platform.catalogue.internal.plan.ViewQuality;
import dev.cavea.platform.kernel.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a plan of a pretix plan: ids, sections, aisles, floors beside each other, focus. */
final class PretixDraft {

    private final PretixPlan source;
    private final Findings findings;
    private final List<String> paths = new ArrayList<>();
    private final PlanDraft draft;
    private final double pitch;
    private final PretixIds ids;
    private final IdentityHashMap<PretixSeat, Integer> qualities = new IdentityHashMap<>();
    private final Set<String> sectionNames = new HashSet<>();
    private final Set<String> sectionIds = new HashSet<>();

    private PretixDraft(PretixPlan source, Findings findings) {
        this.source = source;
        this.findings = findings;
        this.draft = new PlanDraft(findings).placedBy(new Places(paths::get, seat -> seat));
        this.pitch = pitch(source);
        List<PretixSeat> seats = source.zones().stream().flatMap(PretixZone::seats).toList();
        this.ids = PretixIds.of(seats, findings);
    }

    static Plan plan(PretixPlan source, Findings findings) {
        findings.throwIfAny();
        return new PretixDraft(source, findings).plan();
    }

    private Plan plan() {
        PretixArea focusArea = PretixDrawings.focusArea(source, pitch);
        Focus focus = focusArea == null ? null : PretixDrawings.focus(focusArea);
        rate(focus);
        Floors floors = Floors.arrange(source, pitch);
        floors.warn(source.zones(), findings);
        Map<String, Integer> zones = new HashMap<>();
        source.categories().forEach(category -> zones.putIfAbsent(category.name(), zones.size()));
        for (int i = 0; i < source.zones().size(); i++) {
            Spot shift = floors.shift(i);
            drawZone(source.zones().get(i), shift, zones);
            drawAreas(source.zones().get(i), focusArea, shift);
            if (floors.parted() && source.zones().get(i).seats().findAny().isPresent()) {
                draft.shape(new Shape.Text(floors.title(i), source.zones().get(i).name(), null));
            }
        }
        Spot shift = floors.shift(zoneOf(focusArea));
        Focus moved = focus == null ? null : focus.moved(shift.x(), shift.y());
        return draft.build(
                new Frame(
                        source.name(),
                        Math.ceil(floors.width()),
                        Math.ceil(floors.height()),
                        pitch,
                        moved,
                        source.categories()));
    }

    private int zoneOf(@Nullable PretixArea area) {
        for (int i = 0; area != null && i < source.zones().size(); i++) {
            if (source.zones().get(i).areas().contains(area)) {
                return i;
            }
        }
        return 0;
    }

    /** By the file's own places: a floor that is drawn elsewhere sees as well as it does. */
    private void rate(@Nullable Focus focus) {
        List<PretixSeat> seats = source.zones().stream().flatMap(PretixZone::seats).toList();
        int[] rated =
                ViewQuality.of(
                        focus == null && !seats.isEmpty() ? guessed() : focus,
                        seats.stream().mapToDouble(seat -> seat.at().x()).toArray(),
                        seats.stream().mapToDouble(seat -> seat.at().y()).toArray());
        for (int i = 0; i < rated.length; i++) {
            qualities.put(seats.get(i), rated[i]);
        }
    }

    private Focus guessed() {
        List<List<FrontGuess.Row>> zones =
                source.zones().stream().map(PretixDraft::rows).filter(r -> !r.isEmpty()).toList();
        FrontGuess guess = FrontGuess.of(zones, pitch);
        findings.warnOfGuess(guess.where());
        return guess.focus();
    }

    private static List<FrontGuess.Row> rows(PretixZone zone) {
        return zone.rows().stream()
                .filter(row -> !row.seats().isEmpty())
                .map(row -> new FrontGuess.Row(row.label(), spots(row)))
                .toList();
    }

    private void drawZone(PretixZone zone, Spot shift, Map<String, Integer> zones) {
        List<Block> blocks = PretixSections.of(zone, pitch);
        for (Block block : blocks) {
            String name = unique(zone.name(), block.suffix(), sectionNames);
            String id = unique(zone.id(), block.suffix().replace(' ', '.'), sectionIds);
            draft.section(new Section(id, name, List.of()));
            for (JoinedRow row : block.rows()) {
                draft.row(row.label());
                drawRow(row, shift, zones);
            }
        }
    }

    private void drawRow(JoinedRow row, Spot shift, Map<String, Integer> zones) {
        boolean[] aisles = ByPlace.aisles(row.spots(), pitch);
        for (int i = 0; i < aisles.length; i++) {
            PretixSeat seat = row.seats().get(i);
            paths.add(seat.path());
            draft.seat(
                    new PlanDraft.Seat(
                            seat.number(),
                            ids.of(seat),
                            seat.at().x() + shift.x(),
                            seat.at().y() + shift.y(),
                            zones.getOrDefault(seat.category(), 0),
                            aisles[i] ? Layout.AISLE_BEFORE : 0,
                            Objects.requireNonNull(qualities.get(seat))));
        }
    }

    private void drawAreas(PretixZone zone, @Nullable PretixArea focusArea, Spot shift) {
        for (PretixArea area : zone.areas()) {
            if (!area.equals(focusArea)) {
                draft.shape(area.shape().moved(shift.x(), shift.y()));
            }
        }
    }

    private static String unique(String wanted, String suffix, Set<String> taken) {
        String name = fitting(wanted, suffix);
        for (int i = 2; !taken.add(name); i++) {
            name = fitting(wanted, suffix + " (" + i + ")");
        }
        return name;
    }

    private static String fitting(String name, String suffix) {
        return Text.cut(name, Limits.NAME - suffix.length()).strip() + suffix;
    }

    private static double pitch(PretixPlan plan) {
        return ByPlace.pitch(
                plan.zones().stream()
                        .flatMap(zone -> zone.rows().stream())
                        .map(row -> ByPlace.row(spots(row), spot -> spot)));
    }

    private static List<Spot> spots(PretixRow row) {
        return row.seats().stream().map(PretixSeat::at).toList();
    }
}
