package dev.cavea.platform.catalogue.internal.exchange;

import dev.cavea.platform.catalogue.internal.fields.Findings;
import dev.cavea.platform.catalogue.internal.plan.Zone;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which price zones were named before it was known how many there are, and where first. */
final class ZoneUse {

    private final @Nullable String[] firstUse = new String[Zone.MAX];

    void add(int zone, Supplier<String> at) {
        if (firstUse[zone] == null) {
            firstUse[zone] = at.get();
        }
    }

    void check(int zones, Findings findings) {
        if (zones < 1 || zones > Zone.MAX) {
            findings.add("zones", "there are " + zones, "1 to 64 price zones");
            return;
        }
        for (int zone = zones; zone < Zone.MAX; zone++) {
            String at = firstUse[zone];
            if (at != null) {
                findings.add(at, "there is no zone " + zone, "0 to " + (zones - 1));
            }
        }
    }
}
