/** Follows the ledger's feed and never gives up. Knows no consumer. */
@NullMarked
package dev.cavea.platform.feed;

import org.jspecify.annotations.NullMarked;
