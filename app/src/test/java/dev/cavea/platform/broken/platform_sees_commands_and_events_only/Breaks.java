package dev.cavea.platform.broken.platform_sees_commands_and_events_only;

import dev.cavea.ledger.raft.LedgerNode;

/** Breaks the boundary on purpose: the rule must catch it. */
record Breaks(LedgerNode forbidden) {}
