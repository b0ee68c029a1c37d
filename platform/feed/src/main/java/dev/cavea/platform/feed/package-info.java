/** Follows the ledger's feed and does not let go. Knows no consumer. */
@NullMarked
package dev.cavea.platform.feed;

import org.jspecify.annotations.NullMarked;
