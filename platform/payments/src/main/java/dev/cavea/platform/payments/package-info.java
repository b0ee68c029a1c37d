/** Payment providers behind one port, webhooks, refunds, reconciliation. Must not know seats. */
@NullMarked
package dev.cavea.platform.payments;

import org.jspecify.annotations.NullMarked;
