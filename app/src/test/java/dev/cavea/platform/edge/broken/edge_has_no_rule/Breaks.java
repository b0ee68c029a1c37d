package dev.cavea.platform.edge.broken.edge_has_no_rule;

import dev.cavea.platform.accounts.Caller;

/** Breaks the boundary on purpose: the rule must catch it. */
record Breaks(Caller forbidden) {}
