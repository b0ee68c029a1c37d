/** What organisers see of their sales. */
@NullMarked
package dev.cavea.platform.booking.internal.report;

import org.jspecify.annotations.NullMarked;
