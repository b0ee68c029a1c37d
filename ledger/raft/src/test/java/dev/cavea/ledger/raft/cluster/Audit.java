package dev.cavea.ledger.raft.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.ledger.client.ClientSettings;
import dev.cavea.ledger.client.LedgerFeed;
import dev.cavea.ledger.client.Members;
import dev.cavea.ledger.client.PackingLedgerClient;
import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.ledger.core.event.HoldExpired;
import dev.cavea.ledger.core.event.HoldReleased;
import dev.cavea.ledger.core.event.HoldSold;
import dev.cavea.ledger.core.event.HouseOpened;
import dev.cavea.ledger.core.event.PlacesHeld;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Places;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Recomputes from the feed alone who has what, and compares it with what buyers were told. */
final class Audit {

    private static final long MOST_LATE_MILLIS = 5_000;

    private final Map<HoldId, FeedEntry> held = new HashMap<>();
    private final Map<HoldId, FeedEntry> sold = new HashMap<>();
    private final Map<HoldId, FeedEntry> expired = new HashMap<>();
    private final HoldId[] owners = new HoldId[Buyers.SEATS];

    /** The whole feed as one member has it. */
    static List<FeedEntry> feedOf(Members.Member member, long lastPosition) throws Exception {
        List<FeedEntry> all = new ArrayList<>();
        CountDownLatch complete = new CountDownLatch(1);
        try (PackingLedgerClient client =
                        PackingLedgerClient.remote(
                                new Members(List.of(member)), ClientSettings.DEFAULTS, null);
                LedgerFeed.Subscription _ =
                        client.feed()
                                .follow(
                                        1,
                                        entries -> {
                                            all.addAll(entries);
                                            if (entries.getLast().position() >= lastPosition) {
                                                complete.countDown();
                                            }
                                        })) {
            assertThat(complete.await(60, TimeUnit.SECONDS)).as("the feed of %s", member).isTrue();
        }
        return all.subList(0, (int) lastPosition);
    }

    /** Fails if a seat is taken twice or a position is missing. */
    Audit(List<FeedEntry> feed) {
        long expected = 1;
        for (FeedEntry entry : feed) {
            assertThat(entry.position()).isEqualTo(expected++);
            switch (entry.event()) {
                case PlacesHeld event -> {
                    assertThat(held.put(event.hold(), entry)).as("held twice").isNull();
                    take(event.places(), event.hold());
                }
                case HoldSold event -> {
                    assertThat(sold.put(event.sale(), entry)).as("sold twice").isNull();
                    assertOwner(event.places(), event.sale());
                }
                case HoldExpired event -> {
                    assertThat(expired.put(event.hold(), entry)).as("expired twice").isNull();
                    free(event.places(), event.hold());
                }
                case HoldReleased event -> free(event.places(), event.hold());
                case HouseOpened _ -> {}
                default -> throw new AssertionError("nobody asked for " + entry);
            }
        }
    }

    private void take(Places places, HoldId hold) {
        for (int seat : seats(places)) {
            assertThat(owners[seat]).as("owner of seat %d before", seat).isNull();
            owners[seat] = hold;
        }
    }

    private void free(Places places, HoldId hold) {
        assertOwner(places, hold);
        for (int seat : seats(places)) {
            owners[seat] = null;
        }
    }

    private void assertOwner(Places places, HoldId hold) {
        for (int seat : seats(places)) {
            assertThat(owners[seat]).isEqualTo(hold);
        }
    }

    private static int[] seats(Places places) {
        return ((Places.Seated) places).seats().toArray();
    }

    void assertContains(Buyers buyers) {
        for (Map.Entry<HoldId, Answer.Held> told : buyers.held.entrySet()) {
            FeedEntry entry = held.get(told.getKey());
            assertThat(entry).as("an acknowledged hold: %s", told).isNotNull();
            assertThat(entry.position()).isEqualTo(told.getValue().position());
        }
        for (Map.Entry<HoldId, Answer.Done> told : buyers.sold.entrySet()) {
            FeedEntry entry = sold.get(told.getKey());
            assertThat(entry).as("an acknowledged sale: %s", told).isNotNull();
            assertThat(entry.position()).isEqualTo(told.getValue().position());
        }
    }

    /**
     * No hold ended before its time, and none much later than a second after it, however busy three
     * members and their buyers keep this machine; while no member served, none could end.
     */
    void assertExpiredOnTime(List<Outage> outages) {
        expired.forEach(
                (hold, entry) -> {
                    long due = ((PlacesHeld) held.get(hold).event()).expiresAtMillis();
                    assertThat(entry.logTimeMillis()).isGreaterThanOrEqualTo(due);
                    long latest = due + MOST_LATE_MILLIS;
                    for (Outage outage : outages) {
                        if (outage.fromMillis <= latest && outage.toMillis >= due) {
                            latest = Math.max(latest, outage.toMillis + MOST_LATE_MILLIS);
                        }
                    }
                    assertThat(entry.logTimeMillis()).isLessThanOrEqualTo(latest);
                });
    }

    int expiredCount() {
        return expired.size();
    }

    /** The time from a kill to the first answer after it. */
    record Outage(long fromMillis, long toMillis) {}
}
