/**
 * Members as processes of their own on one machine: to try, to test and to measure what happens
 * when one of them dies. Must not know more of a member than anybody else does.
 */
@NullMarked
package dev.cavea.ledger.raft.cluster;

import org.jspecify.annotations.NullMarked;
