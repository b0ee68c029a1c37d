package dev.cavea.ledger.client.broken.client_goes_over_the_wire;

import dev.cavea.ledger.raft.LedgerNode;

/** Breaks the boundary on purpose: the rule must catch it. */
record Breaks(LedgerNode forbidden) {}
