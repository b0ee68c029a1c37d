/**
 * Runs the core on Apache Ratis: one member or several, the time stamped on packs, sessions,
 * snapshots, the feed's files, and the guards around the engine. Nothing else in Cavea knows that
 * engine, except the client's connection to it.
 *
 * <p>A pack's path: {@code LedgerNode.submit} or the network → {@code LedgerStateMachine}, which
 * reads and stamps it → the log, on disk on a majority → {@code PackApplier} → the core → {@code
 * FeedFiles} → the answers.
 *
 * <p>Must not know HTTP or SQL.
 */
@NullMarked
package dev.cavea.ledger.raft;

import org.jspecify.annotations.NullMarked;
