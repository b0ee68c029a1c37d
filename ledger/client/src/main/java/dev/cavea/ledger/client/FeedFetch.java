package dev.cavea.ledger.client;

import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.ledger.wire.FeedRecords;
import dev.cavea.ledger.wire.Question.AskFeed;
import dev.cavea.ledger.wire.WireException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Fetches pieces of the feed from the other members, asking one after another until one has it. */
public final class FeedFetch implements AutoCloseable {

    private static final long TIMEOUT_MILLIS = 5_000;

    private final RemoteMembers others;

    private FeedFetch(RemoteMembers others) {
        this.others = others;
    }

    /** From every member but one. */
    public static FeedFetch from(Members members, String but, @Nullable PemFiles tls) {
        List<Members.Member> others =
                members.all().stream().filter(member -> !member.id().equals(but)).toList();
        return new FeedFetch(new RemoteMembers(new Members(others), tls, TIMEOUT_MILLIS));
    }

    /** Entries from the position on; empty when the member that was asked does not have them. */
    public List<FeedEntry> fetch(long from, int maxBytes) throws InterruptedException {
        try {
            byte[] chunk = others.ask(new AskFeed(from, maxBytes, 0).toBytes()).get();
            List<FeedEntry> entries = FeedRecords.readChunk(chunk);
            if (entries.isEmpty()) {
                others.askNextTime();
            }
            return entries;
        } catch (ExecutionException | WireException e) {
            return List.of();
        }
    }

    @Override
    public void close() {
        others.close();
    }
}
