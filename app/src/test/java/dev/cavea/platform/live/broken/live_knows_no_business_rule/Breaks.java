package dev.cavea.platform.live.broken.live_knows_no_business_rule;

import dev.cavea.platform.payments.PaymentProvider;

/** Breaks the boundary on purpose: the rule must catch it. */
record Breaks(PaymentProvider forbidden) {}
