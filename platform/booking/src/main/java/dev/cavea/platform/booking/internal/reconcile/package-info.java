/** Checks the ledger's sales against bookings and tickets, and heals or reports differences. */
@NullMarked
package dev.cavea.platform.booking.internal.reconcile;

import org.jspecify.annotations.NullMarked;
