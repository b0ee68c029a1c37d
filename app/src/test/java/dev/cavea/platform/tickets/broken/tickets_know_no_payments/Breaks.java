package dev.cavea.platform.tickets.broken.tickets_know_no_payments;

import dev.cavea.platform.payments.PaymentProvider;

/** Breaks the boundary on purpose: the rule must catch it. */
record Breaks(PaymentProvider forbidden) {}
