package dev.cavea.ledger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.EventSink;
import dev.cavea.ledger.core.Ledger;
import dev.cavea.ledger.core.Recall;
import dev.cavea.ledger.core.Rejection;
import dev.cavea.ledger.core.command.ChangeRules;
import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.command.HoldSeats;
import dev.cavea.ledger.core.command.PinHold;
import dev.cavea.ledger.core.command.ReleaseHold;
import dev.cavea.ledger.core.command.ReturnSeats;
import dev.cavea.ledger.core.event.HoldSold;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.ledger.core.snapshot.FrozenHouse;
import dev.cavea.ledger.core.snapshot.HouseState;
import dev.cavea.ledger.core.snapshot.LedgerSnapshot;
import dev.cavea.ledger.core.snapshot.SnapshotHead;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An auditor that finds nothing proves nothing: for each class of bug, one that it must find. */
@Timeout(60)
class PlantedBugTest {

    record Bug(String name, Subject.Maker maker, String found) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Bug bug(String name, Function<Ledger, Subject> broken, String found) {
        return new Bug(name, Planted.everywhere(broken), found);
    }

    static Stream<Bug> bugs() {
        return Stream.of(
                bug("sells a seat twice", SellsTwice::new, "but hold|but sale"),
                bug("takes some of the seats", TakesSome::new, "was given"),
                bug("expires early", ExpiresEarly::new, "expired at|is dated"),
                bug("expires late", ExpiresLate::new, "had to be over"),
                bug("forgets a pin", ForgetsPins::new, "expired at|: ReleaseHold"),
                bug("forgets what it executed", ForgetsPacks::new, "executed twice"),
                bug("answers a retry differently", AnswersAnew::new, "a retry got"),
                bug("ignores limits", IgnoresLimits::new, "places and gets|is left alone"),
                bug("lets anybody release", LetsAnybodyRelease::new, "ReleaseHold"),
                bug("gives blocked seats away", OpensBlocks::new, "is blocked for"),
                bug("refuses free seats", RefusesFreeSeats::new, "refused untruly"),
                bug("leaves out an event", LeavesOutEvents::new, "comes after|caused"),
                bug("blocks what is returned", BlocksReturned::new, "shows another state|untruly"),
                bug("differs by member", new DiffersByMember(), "gave|differs"),
                new Bug(
                        "restores without sessions",
                        Planted.afterRestore(PlantedBugTest::withoutSessions),
                        "differs|gave"),
                new Bug(
                        "restores without a block",
                        Planted.afterRestore(PlantedBugTest::withoutBlocks),
                        "differs|gave"));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void isFoundAndTold(Bug bug) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

        int exit = Simulate.run(bug.maker, out, "--seed", "7", "--steps", "30000");

        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(exit).isEqualTo(1);
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).isEqualTo("seed 7");
        assertThat(lines.getLast()).startsWith("violation at step ").containsPattern(bug.found);
    }

    /** A hold on somebody else's seats is granted. */
    static final class SellsTwice extends RealLedger {
        private long granted;

        SellsTwice(Ledger ledger) {
            super(ledger);
        }

        @Override
        public Answer execute(Command command, EventSink sink) {
            Answer answer = super.execute(command, sink);
            boolean isTaken =
                    answer instanceof Answer.Rejected(Rejection reason, var _)
                            && reason == Rejection.SEAT_ALREADY_HELD;
            return isTaken && command instanceof HoldSeats hold ? grant(hold) : answer;
        }

        private Answer grant(HoldSeats hold) {
            granted++;
            return new Answer.Held(hold.hold(), new Places.Seated(hold.seats()), 0, granted);
        }
    }

    /** All but the last seat. */
    static final class TakesSome extends RealLedger {
        TakesSome(Ledger ledger) {
            super(ledger);
        }

        @Override
        public Answer execute(Command command, EventSink sink) {
            return super.execute(
                    command instanceof HoldSeats hold && hold.seats().count() > 2
                            ? new HoldSeats(
                                    hold.house(),
                                    hold.hold(),
                                    hold.buyer(),
                                    hold.channel(),
                                    Seats.of(hold.seats().get(0), hold.seats().get(1)))
                            : command,
                    sink);
        }
    }

    static final class ExpiresEarly extends RealLedger {
        ExpiresEarly(Ledger ledger) {
            super(ledger);
        }

        @Override
        public void advanceTo(long logTimeMillis, EventSink sink) {
            super.advanceTo(
                    logTimeMillis + 500,
                    (position, _, event) -> sink.accept(position, logTimeMillis, event));
        }
    }

    static final class ExpiresLate extends RealLedger {
        ExpiresLate(Ledger ledger) {
            super(ledger);
        }

        @Override
        public void advanceTo(long logTimeMillis, EventSink sink) {
            super.advanceTo(logTimeMillis, EventSink.NONE);
        }
    }

    static final class ForgetsPins extends RealLedger {
        ForgetsPins(Ledger ledger) {
            super(ledger);
        }

        @Override
        public Answer execute(Command command, EventSink sink) {
            return super.execute(
                    command instanceof PinHold pin
                            ? new PinHold(pin.house(), pin.hold(), 0)
                            : command,
                    sink);
        }
    }

    static final class ForgetsPacks extends RealLedger {
        ForgetsPacks(Ledger ledger) {
            super(ledger);
        }

        @Override
        public Recall recall(long session, long pack) {
            return super.recall(session, pack) instanceof Recall.Answered
                    ? Recall.Blank.NEVER_SEEN
                    : super.recall(session, pack);
        }

        @Override
        public void remember(long session, long pack, long confirmedBelow, Answer[] answers) {
            if (!(super.recall(session, pack) instanceof Recall.Answered)) {
                super.remember(session, pack, confirmedBelow, answers);
            }
        }
    }

    static final class AnswersAnew extends RealLedger {
        AnswersAnew(Ledger ledger) {
            super(ledger);
        }

        @Override
        public Recall recall(long session, long pack) {
            if (super.recall(session, pack) instanceof Recall.Answered(Answer[] answers)) {
                Answer[] other = answers.clone();
                other[0] = new Answer.Done(0);
                return new Recall.Answered(other);
            }
            return super.recall(session, pack);
        }
    }

    static final class IgnoresLimits extends RealLedger {
        IgnoresLimits(Ledger ledger) {
            super(ledger);
        }

        @Override
        public Answer execute(Command command, EventSink sink) {
            return super.execute(
                    command instanceof ChangeRules change
                            ? new ChangeRules(change.house(), unlimited(change.rules()))
                            : command,
                    sink);
        }

        private static Rules unlimited(Rules rules) {
            return new Rules(
                    50,
                    1_000,
                    rules.holdMillis(),
                    rules.maxExtensions(),
                    rules.refuseOrphans(),
                    rules.orphansAllowedBelow(),
                    rules.windows());
        }
    }

    static final class LetsAnybodyRelease extends RealLedger {
        LetsAnybodyRelease(Ledger ledger) {
            super(ledger);
        }

        @Override
        public Answer execute(Command command, EventSink sink) {
            return super.execute(
                    command instanceof ReleaseHold release
                            ? new ReleaseHold(release.house(), release.hold(), 0)
                            : command,
                    sink);
        }
    }

    static final class OpensBlocks extends RealLedger {
        OpensBlocks(Ledger ledger) {
            super(ledger);
        }

        @Override
        public Answer execute(Command command, EventSink sink) {
            Answer answer = super.execute(command, sink);
            boolean isBlocked =
                    answer instanceof Answer.Rejected(Rejection reason, var _)
                            && reason == Rejection.SEAT_BLOCKED;
            return isBlocked && command instanceof HoldSeats hold && hold.channel() != 2
                    ? super.execute(
                            new HoldSeats(hold.house(), hold.hold(), hold.buyer(), 2, hold.seats()),
                            sink)
                    : answer;
        }
    }

    static final class RefusesFreeSeats extends RealLedger {
        private int holds;

        RefusesFreeSeats(Ledger ledger) {
            super(ledger);
        }

        @Override
        public Answer execute(Command command, EventSink sink) {
            if (command instanceof HoldSeats hold && ++holds % 50 == 0) {
                return new Answer.Rejected(Rejection.SEAT_ALREADY_SOLD, hold.seats());
            }
            return super.execute(command, sink);
        }
    }

    static final class LeavesOutEvents extends RealLedger {
        LeavesOutEvents(Ledger ledger) {
            super(ledger);
        }

        @Override
        public Answer execute(Command command, EventSink sink) {
            return super.execute(
                    command,
                    (position, time, event) -> {
                        if (!(event instanceof HoldSold)) {
                            sink.accept(position, time, event);
                        }
                    });
        }
    }

    /** What was to be free is blocked. */
    static final class BlocksReturned extends RealLedger {
        BlocksReturned(Ledger ledger) {
            super(ledger);
        }

        @Override
        public Answer execute(Command command, EventSink sink) {
            return super.execute(
                    command instanceof ReturnSeats back
                            ? new ReturnSeats(back.house(), back.sale(), 2, back.places())
                            : command,
                    sink);
        }
    }

    /** The third member of the group sees a hold that the others do not. */
    static final class DiffersByMember implements Function<Ledger, Subject> {
        private int made;

        @Override
        public Subject apply(Ledger ledger) {
            return ++made == 3 ? new Odd(ledger) : new RealLedger(ledger);
        }
    }

    static final class Odd extends RealLedger {
        private int executed;

        Odd(Ledger ledger) {
            super(ledger);
        }

        @Override
        public Answer execute(Command command, EventSink sink) {
            if (++executed == 100) {
                super.execute(
                        new HoldSeats(command.house(), new HoldId(9, 9), 1, 0, Seats.of(0)),
                        EventSink.NONE);
            }
            return super.execute(command, sink);
        }
    }

    private static Ledger withoutSessions(LedgerSnapshot snapshot) {
        SnapshotHead head = snapshot.head();
        return Ledger.restore(
                new SnapshotHead(
                        head.position(),
                        head.logTimeMillis(),
                        head.commandsApplied(),
                        head.lastSession(),
                        List.of()),
                snapshot.houses().stream().map(FrozenHouse::state).iterator());
    }

    private static Ledger withoutBlocks(LedgerSnapshot snapshot) {
        return Ledger.restore(
                snapshot.head(),
                snapshot.houses().stream()
                        .map(FrozenHouse::state)
                        .map(
                                s ->
                                        new HouseState(
                                                s.house(),
                                                s.version(),
                                                s.closed(),
                                                s.layout(),
                                                s.rules(),
                                                new byte[s.channels().length],
                                                List.of(),
                                                s.holds()))
                        .iterator());
    }
}
