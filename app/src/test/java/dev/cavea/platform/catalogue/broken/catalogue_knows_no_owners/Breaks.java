package dev.cavea.platform.catalogue.broken.catalogue_knows_no_owners;

import dev.cavea.platform.payments.PaymentProvider;

/** Breaks the boundary on purpose: the rule must catch it. */
record Breaks(PaymentProvider forbidden) {}
