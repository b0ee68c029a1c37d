/** Plans in and out: Cavea JSON, pretix seating plans, CSV. */
@NullMarked
package dev.cavea.platform.catalogue.internal.exchange;

import org.jspecify.annotations.NullMarked;
