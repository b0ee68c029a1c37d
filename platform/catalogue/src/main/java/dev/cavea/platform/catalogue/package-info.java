/** Venues, seating plans, events, price zones, fees, on-sales. Must not know who owns a seat. */
@NullMarked
package dev.cavea.platform.catalogue;

import org.jspecify.annotations.NullMarked;
