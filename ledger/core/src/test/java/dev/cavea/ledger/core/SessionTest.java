package dev.cavea.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cavea.ledger.core.snapshot.LedgerSnapshot;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final long HOUR = 3_600_000;

    private final Ledger ledger = new Ledger();
    private final Answer[] answers = {new Answer.Done(1), new Answer.Done(2)};

    private void at(long logTimeMillis) {
        ledger.advanceTo(logTimeMillis, EventSink.NONE);
    }

    @Test
    void sessionsAreNumberedByTheLedger() {
        assertThat(ledger.openSession()).isEqualTo(1);
        assertThat(ledger.openSession()).isEqualTo(2);
    }

    @Test
    void aRetriedPackFindsItsAnswers() {
        long session = ledger.openSession();
        assertThat(ledger.recall(session, 1)).isEqualTo(Recall.Blank.NEVER_SEEN);

        ledger.remember(session, 1, 1, answers);
        assertThat(ledger.recall(session, 1)).isEqualTo(new Recall.Answered(answers));
        assertThat(ledger.recall(session, 2)).isEqualTo(Recall.Blank.NEVER_SEEN);
    }

    @Test
    void packsMayOvertakeEachOther() {
        long session = ledger.openSession();
        ledger.remember(session, 3, 1, answers);

        assertThat(ledger.recall(session, 2)).isEqualTo(Recall.Blank.NEVER_SEEN);
        ledger.remember(session, 2, 1, answers);
        ledger.remember(session, 4, 3, answers);
        assertThat(ledger.recall(session, 3)).isInstanceOf(Recall.Answered.class);
    }

    @Test
    void confirmedAnswersAreForgottenAndTheirPacksNeverRunAgain() {
        long session = ledger.openSession();
        ledger.remember(session, 1, 1, answers);
        ledger.remember(session, 3, 2, answers);

        assertThat(ledger.recall(session, 1)).isEqualTo(Recall.Blank.CONFIRMED);
        assertThat(ledger.recall(session, 2)).isEqualTo(Recall.Blank.NEVER_SEEN);
        assertThat(ledger.freeze().head().sessions().getFirst().packs()).hasSize(1);
    }

    @Test
    void confirmingNeverGoesBack() {
        long session = ledger.openSession();
        ledger.remember(session, 5, 5, answers);
        ledger.remember(session, 6, 2, answers);

        assertThat(ledger.recall(session, 4)).isEqualTo(Recall.Blank.CONFIRMED);
    }

    @Test
    void anUnknownSessionIsToldApart() {
        assertThat(ledger.recall(1, 1)).isEqualTo(Recall.Blank.SESSION_ENDED);
    }

    @Test
    void aSessionThatIsSilentForAnHourEnds() {
        at(1_000);
        long talking = ledger.openSession();
        long silent = ledger.openSession();
        at(1_000 + HOUR - 1);
        ledger.remember(talking, 1, 1, answers);
        assertThat(ledger.recall(silent, 1)).isEqualTo(Recall.Blank.NEVER_SEEN);

        at(1_000 + HOUR);
        assertThat(ledger.recall(silent, 1)).isEqualTo(Recall.Blank.SESSION_ENDED);
        assertThat(ledger.recall(talking, 1)).isInstanceOf(Recall.Answered.class);
        assertThat(ledger.openSession()).as("numbers are not reused").isEqualTo(3);
    }

    @Test
    void rememberingWhatWasNotToBeExecutedBreaksTheLedger() {
        long session = ledger.openSession();
        ledger.remember(session, 1, 1, answers);

        assertThatThrownBy(() -> ledger.remember(session, 1, 1, answers))
                .isInstanceOf(LedgerBroken.class);
        assertThatThrownBy(() -> ledger.remember(9, 1, 1, answers))
                .isInstanceOf(LedgerBroken.class);
    }

    @Test
    void sessionsAreInTheSnapshotAndInTheHash() {
        long session = ledger.openSession();
        long before = ledger.stateHash();
        ledger.remember(session, 1, 1, answers);
        assertThat(ledger.stateHash()).isNotEqualTo(before);

        LedgerSnapshot snapshot = ledger.freeze();
        Ledger restored = Ledger.restore(snapshot.head(), Collections.emptyIterator());
        assertThat(restored.stateHash()).isEqualTo(ledger.stateHash());
        assertThat(restored.recall(session, 1)).isInstanceOf(Recall.Answered.class);
        assertThat(restored.openSession()).isEqualTo(2);
    }
}
