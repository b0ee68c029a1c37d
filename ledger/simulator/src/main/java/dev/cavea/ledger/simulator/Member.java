package dev.cavea.ledger.simulator;

import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.EventSink;
import dev.cavea.ledger.core.Recall;
import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.ledger.core.snapshot.LedgerSnapshot;
import java.util.ArrayList;
import java.util.List;

/** A member of the group: a ledger and how much of the log it has applied. */
final class Member {

    private final Subject.Maker maker;
    private Subject ledger;
    private long applied;
    private LedgerSnapshot snapshot;
    private long snapshotIndex;

    Member(Subject.Maker maker) {
        this.maker = maker;
        ledger = maker.fresh();
        snapshot = ledger.freeze();
    }

    Subject ledger() {
        return ledger;
    }

    /** How many entries of the log it has applied. */
    long applied() {
        return applied;
    }

    /** The entries before this one are no longer needed to recover it. */
    long snapshotIndex() {
        return snapshotIndex;
    }

    void takeSnapshot() {
        snapshot = ledger.freeze();
        snapshotIndex = applied;
    }

    /** Everything in memory is gone; it starts again from its snapshot. */
    void crash() {
        ledger = maker.restored(snapshot);
        applied = snapshotIndex;
    }

    /** Installs another member's snapshot, because the log it needs is gone. */
    void install(Member other) {
        snapshot = other.snapshot;
        snapshotIndex = other.snapshotIndex;
        crash();
    }

    Outcome apply(LogEntry entry) {
        applied++;
        List<FeedEntry> expiries = new ArrayList<>();
        ledger.advanceTo(entry.stampMillis(), into(expiries));
        return switch (entry) {
            case LogEntry.Tick _ -> noPack(0, expiries);
            case LogEntry.OpenSession _ -> noPack(ledger.openSession(), expiries);
            case LogEntry.Pack pack -> apply(pack, expiries);
        };
    }

    private static Outcome noPack(long session, List<FeedEntry> expiries) {
        return new Outcome(Outcome.Kind.NO_PACK, session, expiries, List.of(), List.of());
    }

    private Outcome apply(LogEntry.Pack entry, List<FeedEntry> expiries) {
        LogEntry.Numbered pack = entry.pack();
        return switch (ledger.recall(pack.session(), pack.number())) {
            case Recall.Answered(Answer[] answers) ->
                    new Outcome(
                            Outcome.Kind.REMEMBERED,
                            pack.session(),
                            expiries,
                            List.of(),
                            List.of(answers));
            case Recall.Blank.CONFIRMED -> refused(Outcome.Kind.CONFIRMED, entry, expiries);
            case Recall.Blank.SESSION_ENDED -> refused(Outcome.Kind.SESSION_ENDED, entry, expiries);
            case Recall.Blank.NEVER_SEEN -> execute(entry, expiries);
        };
    }

    private static Outcome refused(
            Outcome.Kind kind, LogEntry.Pack entry, List<FeedEntry> expiries) {
        return new Outcome(kind, entry.pack().session(), expiries, List.of(), List.of());
    }

    private Outcome execute(LogEntry.Pack entry, List<FeedEntry> expiries) {
        LogEntry.Numbered pack = entry.pack();
        List<Outcome.Step> steps = new ArrayList<>();
        Answer[] answers = new Answer[pack.commands().size()];
        for (int i = 0; i < answers.length; i++) {
            Command command = pack.commands().get(i);
            List<FeedEntry> events = new ArrayList<>();
            answers[i] = ledger.execute(command, into(events));
            steps.add(new Outcome.Step(command, answers[i], events));
        }
        ledger.remember(pack.session(), pack.number(), entry.confirmedBelow(), answers);
        return new Outcome(
                Outcome.Kind.EXECUTED, pack.session(), expiries, steps, List.of(answers));
    }

    private static EventSink into(List<FeedEntry> events) {
        return (position, time, event) -> events.add(new FeedEntry(position, time, event));
    }
}
