/** The saga hold, pay, sell, tickets, and every compensation. Must not know card data. */
@NullMarked
package dev.cavea.platform.booking;

import org.jspecify.annotations.NullMarked;
