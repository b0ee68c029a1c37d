/**
 * How often one address and one account may ask. Must not know prices.
 *
 * <p>Limits per address do not count for loopback without a forwarding header, so that anyone can
 * load their own machine. What always applies, from anywhere: the requests of one account; seats
 * per buyer, in the ledger; wrong passwords, in the accounts.
 */
@NullMarked
package dev.cavea.platform.guard;

import org.jspecify.annotations.NullMarked;
