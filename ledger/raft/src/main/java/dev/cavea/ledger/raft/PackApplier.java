package dev.cavea.ledger.raft;

import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.EventSink;
import dev.cavea.ledger.core.Ledger;
import dev.cavea.ledger.core.Recall;
import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.snapshot.FrozenHouse;
import dev.cavea.ledger.core.snapshot.LedgerSnapshot;
import dev.cavea.ledger.wire.AnswerPack;
import dev.cavea.ledger.wire.AnswerPack.Outcome;
import dev.cavea.ledger.wire.Pack;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Applies packs to the ledger in the order of the log, and writes their events to the feed. The
 * engine has one thread for it; the lock is for whoever wants the state as of one position.
 */
final class PackApplier {

    private final FeedFiles feed;
    private final DueTimes due;
    private final EventSink events;
    private Ledger ledger = new Ledger();
    private volatile long logTimeMillis;

    PackApplier(FeedFiles feed, DueTimes due) {
        this.feed = feed;
        this.due = due;
        this.events =
                (position, logTime, event) -> {
                    feed.accept(position, logTime, event);
                    due.note(logTime, event);
                };
    }

    synchronized AnswerPack apply(Pack pack) {
        ledger.advanceTo(pack.logTimeMillis(), events);
        AnswerPack answers =
                switch (pack.purpose()) {
                    case COMMANDS -> execute(pack);
                    case OPEN_SESSION -> answer(Outcome.DECIDED, ledger.openSession());
                    case TICK -> answer(Outcome.DECIDED, 0);
                };
        feed.flush();
        logTimeMillis = ledger.logTimeMillis();
        due.passed(logTimeMillis);
        return answers;
    }

    private AnswerPack execute(Pack pack) {
        return switch (ledger.recall(pack.session(), pack.number())) {
            case Recall.Answered(Answer[] answers) -> decided(pack, answers);
            case Recall.Blank.NEVER_SEEN -> {
                Answer[] answers = new Answer[pack.commands().size()];
                int i = 0;
                for (Command command : pack.commands()) {
                    answers[i++] = ledger.execute(command, events);
                }
                ledger.remember(pack.session(), pack.number(), pack.confirmedBelow(), answers);
                yield decided(pack, answers);
            }
            case Recall.Blank.CONFIRMED -> answer(Outcome.ALREADY_CONFIRMED, pack.session());
            case Recall.Blank.SESSION_ENDED -> answer(Outcome.SESSION_ENDED, pack.session());
        };
    }

    private AnswerPack decided(Pack pack, Answer[] answers) {
        return new AnswerPack(
                Outcome.DECIDED, pack.session(), ledger.logTimeMillis(), Arrays.asList(answers));
    }

    private AnswerPack answer(Outcome outcome, long session) {
        return new AnswerPack(outcome, session, ledger.logTimeMillis(), List.of());
    }

    /** Starts from another state; the feed continues after its position. */
    synchronized void restore(Ledger restored) throws IOException {
        ledger = restored;
        logTimeMillis = restored.logTimeMillis();
        feed.resumeAfter(restored.position());
        for (FrozenHouse house : restored.freeze().houses()) {
            house.state().holds().forEach(due::note);
        }
    }

    synchronized LedgerSnapshot freeze() {
        return ledger.freeze();
    }

    synchronized long commandsApplied() {
        return ledger.commandsApplied();
    }

    synchronized long position() {
        return ledger.position();
    }

    synchronized long stateHash() {
        return ledger.stateHash();
    }

    /** Any thread. */
    long logTimeMillis() {
        return logTimeMillis;
    }
}
