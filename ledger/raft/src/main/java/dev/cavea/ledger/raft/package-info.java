/** Runs the core on Apache Ratis. Must not know HTTP or SQL. */
@NullMarked
package dev.cavea.ledger.raft;

import org.jspecify.annotations.NullMarked;
