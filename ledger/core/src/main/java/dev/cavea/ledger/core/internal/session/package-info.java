/**
 * Which packs a client process has sent and how they were answered, so that a retried one takes
 * effect once (Ongaro's dissertation on Raft, 6.3). Must not know what is in a pack.
 */
@NullMarked
package dev.cavea.ledger.core.internal.session;

import org.jspecify.annotations.NullMarked;
