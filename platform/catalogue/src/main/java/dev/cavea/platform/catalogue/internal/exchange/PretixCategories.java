package dev.cavea.platform.catalogue.internal.exchange;

import dev.cavea.platform.catalogue.internal.fields.Fields;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import dev.cavea.platform.catalogue.internal.plan.Limits;
import dev.cavea.platform.catalogue.internal.plan.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A pretix plan's categories, and which of them its seats name. They are held against each other
 * once both are known: either may come first in the file.
 */
final class PretixCategories {

    private static final String UNNAMED = "Standard";
    private static final int PLACES = 10;
    private static final int NAMES = 200;

    /** The seats that name one category. */
    private static final class Use {
        final List<String> first = new ArrayList<>();
        int count;
    }

    private final String path;
    private final PassedOver passedOver;
    private final Findings findings;
    private final List<Zone> categories = new ArrayList<>();
    private final Map<String, Use> uses = new LinkedHashMap<>();
    private int count;

    PretixCategories(String path, PassedOver passedOver, Findings findings) {
        this.path = path;
        this.passedOver = passedOver;
        this.findings = findings;
    }

    void read(Fields fields) {
        if (++count > Zone.MAX) {
            return;
        }
        String name =
                Words.line(
                        PretixReader.text(fields.node("name")),
                        Limits.ZONE_NAME,
                        () -> fields.at("name"),
                        findings);
        if (isKnown(name)) {
            fields.wrong("name", "another category has this name", "names that differ");
        }
        String given = PretixReader.text(fields.node("color"));
        String colour = Colours.hex(given);
        if (colour == null && !given.isBlank()) {
            passedOver.colour(fields.at("color"));
        }
        categories.add(colour == null ? Zone.of(name, categories.size()) : new Zone(name, colour));
    }

    private boolean isKnown(String category) {
        return categories.stream().anyMatch(known -> known.name().equals(category));
    }

    void use(String category, String seat) {
        Use use = uses.get(category);
        if (use == null) {
            if (uses.size() == NAMES) {
                return;
            }
            use = new Use();
            uses.put(category, use);
        }
        use.count++;
        if (use.first.size() < PLACES) {
            use.first.add(seat + ".category");
        }
    }

    /** The price zones; what does not fit is among the findings, once for each name. */
    List<Zone> settle() {
        if (count > Zone.MAX) {
            findings.add(path + "categories", "there are " + count, "1 to 64 categories");
            return categories;
        }
        if (categories.isEmpty() && uses.keySet().stream().allMatch(String::isEmpty)) {
            Use all = uses.get("");
            if (all != null) {
                findings.warn(
                        "no-category",
                        "The plan has no categories: all "
                                + all.count
                                + " seats are in one price zone, "
                                + UNNAMED
                                + ".",
                        List.of());
            }
            return List.of(Zone.of(UNNAMED, 0));
        }
        String allowed =
                categories.isEmpty()
                        ? "a category of the list categories"
                        : String.join(", ", categories.stream().map(Zone::name).toList());
        uses.forEach((name, use) -> settle(name, use, allowed));
        return categories;
    }

    private void settle(String name, Use use, String allowed) {
        if (name.isEmpty()) {
            findings.add(use.first, use.count, "is missing", allowed);
        } else if (!isKnown(name)) {
            findings.add(use.first, use.count, "there is no category \"" + name + "\"", allowed);
        }
    }
}
