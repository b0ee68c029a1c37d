package dev.cavea.ledger.client;

import java.util.concurrent.CompletableFuture;

/** Takes packs and questions as bytes: the member in this process, or remote ones. */
public interface LedgerMember {

    /** Whether it currently takes packs itself. */
    boolean leads();

    /**
     * The answers, once the pack is on disk on a majority and applied. Fails when the member is
     * not, or is no longer, the leader; the pack may or may not be in the log, and may be sent
     * again unchanged.
     */
    CompletableFuture<byte[]> submit(byte[] pack);

    /** Asks something outside the log; such a question never decides anything. */
    CompletableFuture<byte[]> ask(byte[] question);
}
