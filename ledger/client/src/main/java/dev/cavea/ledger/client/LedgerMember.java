package dev.cavea.ledger.client;

import java.util.concurrent.CompletableFuture;

/** Takes packs and questions as bytes: a member in this process, or those out there. */
public interface LedgerMember {

    /** Whether it takes packs itself at present. */
    boolean leads();

    /**
     * The answers, once the pack is on disk on a majority and applied. Fails when the member does
     * not lead, or no longer; then the pack may or may not be in the log, and the same pack may be
     * sent again.
     */
    CompletableFuture<byte[]> submit(byte[] pack);

    /** What is asked outside of the log, and therefore never decides anything. */
    CompletableFuture<byte[]> ask(byte[] question);
}
