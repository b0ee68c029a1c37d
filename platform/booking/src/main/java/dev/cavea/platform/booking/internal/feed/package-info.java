/** Where the feed must be read from after a restart. */
@NullMarked
package dev.cavea.platform.booking.internal.feed;

import org.jspecify.annotations.NullMarked;
