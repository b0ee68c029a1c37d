/**
 * A seeded world for the core, and an auditor that does not trust it. Must not know the core's
 * internals.
 */
@NullMarked
package dev.cavea.ledger.simulator;

import org.jspecify.annotations.NullMarked;
