/**
 * Works out who owns what from requests and answers alone; of the feed it believes only expiries,
 * and checks each one. Must not know the core's state or rules.
 */
@NullMarked
package dev.cavea.ledger.simulator.audit;

import org.jspecify.annotations.NullMarked;
