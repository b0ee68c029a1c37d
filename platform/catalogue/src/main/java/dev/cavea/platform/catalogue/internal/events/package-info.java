/**
 * Events from draft to cancelled, their prices, rules and channels, and telling the ledger of them.
 */
@NullMarked
package dev.cavea.platform.catalogue.internal.events;

import org.jspecify.annotations.NullMarked;
