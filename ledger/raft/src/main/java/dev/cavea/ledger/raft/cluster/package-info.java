/**
 * Members as separate processes on one machine: to try out, test and measure what happens when one
 * of them dies. Must not know more about a member than anyone else does.
 */
@NullMarked
package dev.cavea.ledger.raft.cluster;

import org.jspecify.annotations.NullMarked;
