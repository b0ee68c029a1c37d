/** Follows the ledger's feed and does not let go. */
@NullMarked
package dev.cavea.platform.booking.internal.feed;

import org.jspecify.annotations.NullMarked;
