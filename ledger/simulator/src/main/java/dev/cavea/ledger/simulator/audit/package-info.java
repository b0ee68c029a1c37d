/**
 * Who owns what, worked out again from requests and answers alone; of the feed only expiries are
 * believed, and each is checked. Must not know the core's state or rules.
 */
@NullMarked
package dev.cavea.ledger.simulator.audit;

import org.jspecify.annotations.NullMarked;
