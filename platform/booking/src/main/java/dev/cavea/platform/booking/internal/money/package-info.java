/** What only a person can decide about money. */
@NullMarked
package dev.cavea.platform.booking.internal.money;

import org.jspecify.annotations.NullMarked;
