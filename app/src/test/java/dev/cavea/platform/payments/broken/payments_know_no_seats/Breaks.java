package dev.cavea.platform.payments.broken.payments_know_no_seats;

import dev.cavea.ledger.core.house.Seats;

/** Breaks the boundary on purpose: the rule must catch it. */
record Breaks(Seats forbidden) {}
