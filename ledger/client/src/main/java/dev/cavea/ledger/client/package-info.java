/**
 * The way to the ledger for everything else: commands in, answers and the feed out.
 *
 * <p>A command's way: {@code PackingLedgerClient.submit} from any thread → {@code CallQueue} →
 * {@code Packer}, the one thread that packs, sends, sends again and gives up → {@code Route}, the
 * member in this process or those over the network → the answer, on the thread that brings it or on
 * the caller's executor.
 *
 * <p>Must not know rules.
 */
@NullMarked
package dev.cavea.ledger.client;

import org.jspecify.annotations.NullMarked;
