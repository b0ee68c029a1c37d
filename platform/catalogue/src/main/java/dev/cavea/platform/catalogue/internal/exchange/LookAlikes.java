package dev.cavea.platform.catalogue.internal.exchange;

import dev.cavea.platform.catalogue.internal.fields.Findings;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Names that differ, but by nothing that can be seen: a space of another kind, a joiner. */
final class LookAlikes {

    private static final int EXAMPLES = 10;
    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

    private LookAlikes() {}

    static void warn(String what, Collection<String> names, Findings findings) {
        Map<String, List<String>> seen = new LinkedHashMap<>();
        for (String name : names) {
            String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
            seen.computeIfAbsent(UNSEEN.matcher(plain).replaceAll(""), n -> new ArrayList<>())
                    .add(name);
        }
        List<String> alike =
                seen.values().stream()
                        .filter(same -> same.size() > 1)
                        .map(same -> String.join(" | ", same))
                        .toList();
        if (!alike.isEmpty()) {
            findings.warn(
                    "look-alikes",
                    alike.size() + " " + what + " have several names that look the same.",
                    alike.stream().limit(EXAMPLES).toList());
        }
    }
}
