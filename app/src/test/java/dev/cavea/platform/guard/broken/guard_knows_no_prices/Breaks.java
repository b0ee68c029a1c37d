package dev.cavea.platform.guard.broken.guard_knows_no_prices;

import dev.cavea.platform.catalogue.EventOnSale;

/** Breaks the boundary on purpose: the rule must catch it. */
record Breaks(EventOnSale forbidden) {}
