/**
 * Which packs a client process has sent and what they were answered, so that a retried one has one
 * effect (Ongaro's dissertation on Raft, 6.3). Must not know what is in a pack.
 */
@NullMarked
package dev.cavea.ledger.core.internal.session;

import org.jspecify.annotations.NullMarked;
