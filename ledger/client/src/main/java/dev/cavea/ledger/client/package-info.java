/**
 * How everything else reaches the ledger: commands in, answers and the feed out.
 *
 * <p>A command's path: {@code PackingLedgerClient.submit} from any thread → {@code CallQueue} →
 * {@code Packer}, the one thread that packs, sends, resends and gives up → {@code Route}, the
 * member in this process or those over the network → the answer, on the thread that brings it or on
 * the caller's executor.
 *
 * <p>Must not know the rules.
 */
@NullMarked
package dev.cavea.ledger.client;

import org.jspecify.annotations.NullMarked;
