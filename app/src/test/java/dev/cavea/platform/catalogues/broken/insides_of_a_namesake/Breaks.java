package dev.cavea.platform.catalogues.broken.insides_of_a_namesake;

import dev.cavea.platform.catalogue.internal.plan.Plan;

/** Breaks the boundary on purpose: the rule must catch it. */
record Breaks(Plan forbidden) {}
