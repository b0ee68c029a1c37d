package dev.cavea.ledger.client;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Goes to the member in this process while it leads, otherwise over the network; chosen afresh for
 * each send. Questions go to the member in this process if there is one.
 */
final class Route implements AutoCloseable {

    private final @Nullable LedgerMember here;
    private final @Nullable RemoteMembers others;

    Route(@Nullable LedgerMember here, @Nullable RemoteMembers others) {
        if (here == null && others == null) {
            throw new IllegalArgumentException("neither a member in this process nor others");
        }
        this.here = here;
        this.others = others;
    }

    CompletableFuture<byte[]> submit(byte[] pack) {
        boolean local = here != null && (others == null || here.leads());
        return attempt(member -> member.submit(pack), local);
    }

    CompletableFuture<byte[]> ask(byte[] question) {
        return attempt(member -> member.ask(question), here != null);
    }

    private CompletableFuture<byte[]> attempt(
            Function<LedgerMember, CompletableFuture<byte[]>> send, boolean local) {
        try {
            return send.apply(Objects.requireNonNull(local ? here : others));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void close() {
        if (others != null) {
            others.close();
        }
    }
}
