package dev.cavea.platform.catalogue.broken.signatures;

import dev.cavea.platform.catalogue.internal.plan.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Breaks the boundary on purpose, in three places: the rule must catch each. */
public final class Breaks {

    public final @Nullable Plan field = null;

    public Breaks(Plan given) {}

    public List<Plan> within() {
        return List.of();
    }
}
