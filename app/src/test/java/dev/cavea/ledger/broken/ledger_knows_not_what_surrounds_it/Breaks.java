package dev.cavea.ledger.broken.ledger_knows_not_what_surrounds_it;

import dev.cavea.platform.kernel.Money;

/** Breaks the boundary on purpose: the rule must catch it. */
record Breaks(Money forbidden) {}
