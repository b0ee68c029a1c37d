package dev.cavea.platform.chores.broken.chores_know_no_module;

import dev.cavea.platform.booking.HoldName;

/** Breaks the boundary on purpose: the rule must catch it. */
record Breaks(HoldName forbidden) {}
