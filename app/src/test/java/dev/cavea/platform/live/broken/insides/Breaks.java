package dev.cavea.platform.live.broken.insides;

import dev.cavea.platform.catalogue.internal.plan.Plan;

/** Breaks the boundary on purpose: the rule must catch it. */
record Breaks(Plan forbidden) {}
