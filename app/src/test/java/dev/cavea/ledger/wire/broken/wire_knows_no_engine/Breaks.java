package dev.cavea.ledger.wire.broken.wire_knows_no_engine;

import dev.cavea.ledger.client.LedgerClient;

/** Breaks the boundary on purpose: the rule must catch it. */
record Breaks(LedgerClient forbidden) {}
