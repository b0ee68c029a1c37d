package dev.cavea.platform.kernel.broken.kernel_knows_nothing;

import dev.cavea.platform.edge.Problem;

/** Breaks the boundary on purpose: the rule must catch it. */
record Breaks(Problem forbidden) {}
