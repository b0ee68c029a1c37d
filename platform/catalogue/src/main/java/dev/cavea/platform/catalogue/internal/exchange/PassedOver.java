package dev.cavea.platform.catalogue.internal.exchange;

import dev.cavea.platform.catalogue.internal.fields.Fields;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a reader did not use, counted by kind, so that nobody believes that it was understood. One
 * warning a kind, with the first places.
 */
final class PassedOver {

    private static final int KINDS = 40;
    private static final int PLACES = 3;
    private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

    private static final class Count {
        final List<String> first = new ArrayList<>();
        int times;

        String times() {
            return times == 1 ? "once" : times + " times";
        }
    }

    /** One kind of thing. */
    private record Kind(String code, String message) {}

    private final Findings findings;
    private final Map<Kind, Count> counts = new LinkedHashMap<>();

    PassedOver(Findings findings) {
        this.findings = findings;
    }

    /** A member that the form does not have. */
    void member(String path) {
        String kind = INDEX.matcher(path).replaceAll("[]");
        add(path, "unknown-member", "\"" + kind + "\" is unknown and was ignored");
    }

    /** All members of an object but these. */
    void others(Fields object, String path, Set<String> known) {
        object.names()
                .forEach(
                        name -> {
                            if (!known.contains(name)) {
                                member(path + "." + name);
                            }
                        });
    }

    /** A list that is null. */
    void empty(String path) {
        String member = path.substring(path.lastIndexOf('.') + 1);
        add(path, "null-list", "\"" + member + "\" is null and was treated as an empty list");
    }

    void shortened(String path) {
        add(path, "shortened", "A name was too long and was cut after 80 characters");
    }

    void undrawn(String path, String why) {
        add(path, "not-drawn", "An area is not drawn, for it " + why);
    }

    void colour(String path) {
        add(path, "unknown-colour", "An unknown colour was left out");
    }

    private void add(String path, String code, String message) {
        Kind kind = new Kind(code, message);
        Count count = counts.get(kind);
        if (count == null) {
            if (counts.size() == KINDS) {
                return;
            }
            count = new Count();
            counts.put(kind, count);
        }
        count.times++;
        if (count.first.size() < PLACES) {
            count.first.add(path);
        }
    }

    void warn() {
        counts.forEach(
                (kind, count) ->
                        findings.warn(
                                kind.code,
                                kind.message + ", " + count.times() + ".",
                                List.copyOf(count.first)));
    }
}
