/**
 * The saga of a booking: pin, charge, sell, issue, and every way back. Each step is a row before
 * the next one starts, and may be repeated.
 */
@NullMarked
package dev.cavea.platform.booking.internal.order;

import org.jspecify.annotations.NullMarked;
