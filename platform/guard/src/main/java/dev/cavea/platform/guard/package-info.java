/**
 * How often one address and one account may ask. Must not know prices.
 *
 * <p>Limits per address do not apply to loopback without a forwarding header, so that anyone can
 * load their own machine. What always applies, from anywhere: the limit on one account's requests;
 * seats per buyer, in the ledger; wrong passwords, in accounts.
 */
@NullMarked
package dev.cavea.platform.guard;

import org.jspecify.annotations.NullMarked;
