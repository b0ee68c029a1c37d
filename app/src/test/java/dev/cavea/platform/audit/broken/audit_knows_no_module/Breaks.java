package dev.cavea.platform.audit.broken.audit_knows_no_module;

import dev.cavea.platform.accounts.Caller;

/** Breaks the boundary on purpose: the rule must catch it. */
record Breaks(Caller forbidden) {}
