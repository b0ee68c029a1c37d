package dev.cavea.ledger.raft;

import dev.cavea.ledger.client.LedgerMember;
import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.ledger.wire.FeedRecords;
import dev.cavea.ledger.wire.Question.AskFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Reads a member's whole feed. */
final class FeedProbe {

    private FeedProbe() {}

    static List<FeedEntry> all(LedgerMember member) throws Exception {
        List<FeedEntry> all = new ArrayList<>();
        while (true) {
            byte[] question = new AskFeed(all.size() + 1L, 1 << 20, 0).toBytes();
            byte[] chunk = member.ask(question).get(20, TimeUnit.SECONDS);
            List<FeedEntry> piece = FeedRecords.readChunk(chunk);
            if (piece.isEmpty()) {
                return all;
            }
            all.addAll(piece);
        }
    }
}
