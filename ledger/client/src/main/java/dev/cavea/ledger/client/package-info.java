/**
 * The way to the ledger for everything else: commands in, answers and the feed out. Must not know
 * rules.
 */
@NullMarked
package dev.cavea.ledger.client;

import org.jspecify.annotations.NullMarked;
