package dev.cavea.ledger.simulator;

import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.ledger.simulator.audit.Violation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Members that apply one log, each at its own pace, and a reader that knows only the feed. Whatever
 * a member makes of an entry must be what the first one made of it.
 */
final class Cluster {

    /** What the first member that applied an entry made of it. */
    private record Applied(LogEntry entry, Outcome outcome, long stateHash) {}

    /** State hashes are compared once every this many entries. */
    private static final int HASH_EVERY = 32;

    private final List<Member> members = new ArrayList<>();
    private final Deque<Applied> log = new ArrayDeque<>();
    private final Subject reader;
    private long logStart;
    private long logEnd;
    private int leader;

    Cluster(Subject.Maker maker, int size) {
        for (int i = 0; i < size; i++) {
            members.add(new Member(maker));
        }
        reader = maker.fresh();
    }

    Member leader() {
        return members.get(leader);
    }

    /** Appends an entry; the leader applies it at once. */
    Outcome append(LogEntry entry) {
        Outcome outcome = leader().apply(entry);
        logEnd++;
        long hash = logEnd % HASH_EVERY == 0 ? leader().ledger().stateHash() : 0;
        log.add(new Applied(entry, outcome, hash));
        outcome.expiries().forEach(reader::replay);
        for (Outcome.Step step : outcome.steps()) {
            for (FeedEntry event : step.events()) {
                reader.replay(event);
            }
        }
        return outcome;
    }

    /** Lets a member apply some of what it has not applied yet. */
    void follow(Random random) {
        Member member = members.get(random.nextInt(members.size()));
        catchUp(member, member.applied() + random.nextInt(200));
    }

    /** Another member leads, once it has applied all that was acknowledged. */
    void changeLeader(Random random) {
        int next = random.nextInt(members.size());
        catchUp(members.get(next), logEnd);
        leader = next;
    }

    void crash(Random random) {
        int victim = random.nextInt(members.size());
        members.get(victim).crash();
        if (victim == leader) {
            changeLeader(random);
        }
    }

    /** Takes one member's snapshot; then forgets the part of the log that no member needs. */
    void snapshot(Random random) {
        members.get(random.nextInt(members.size())).takeSnapshot();
        long needed = logEnd;
        for (Member member : members) {
            needed = Math.min(needed, Math.min(member.snapshotIndex(), member.applied()));
        }
        for (; logStart < needed; logStart++) {
            log.remove();
        }
    }

    /** A member loses its disk and gets another's snapshot. */
    void install(Random random) {
        int victim = random.nextInt(members.size());
        Member donor = members.get((victim + 1) % members.size());
        members.get(victim).install(donor);
        if (victim == leader) {
            changeLeader(random);
        }
    }

    /** Every member has applied everything, so all must be the same in everything. */
    void settle() {
        long hash = leader().ledger().stateHash();
        for (int i = 0; i < members.size(); i++) {
            catchUp(members.get(i), logEnd);
            long its = members.get(i).ledger().stateHash();
            expect(its == hash, "member " + i + " differs from the leader at entry " + logEnd);
        }
        expect(
                reader.housesHash() == leader().ledger().housesHash(),
                "the feed's reader differs from the leader at entry " + logEnd);
    }

    private void catchUp(Member member, long until) {
        if (member.applied() >= Math.min(until, logEnd)) {
            return;
        }
        long index = logStart;
        for (Applied applied : log) {
            if (index >= member.applied() && index < until) {
                applyAgain(member, applied, index);
            }
            index++;
        }
    }

    private static void applyAgain(Member member, Applied applied, long index) {
        Outcome outcome = member.apply(applied.entry());
        if (!outcome.equals(applied.outcome())) {
            throw new Violation(
                    "entry %d gave %s, then %s".formatted(index, applied.outcome(), outcome));
        }
        boolean isHashed = (index + 1) % HASH_EVERY == 0;
        expect(
                !isHashed || member.ledger().stateHash() == applied.stateHash(),
                "state differs after entry " + index);
    }

    private static void expect(boolean holds, String facts) {
        if (!holds) {
            throw new Violation(facts);
        }
    }
}
