package dev.cavea.ledger.core.internal.session;

import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.LedgerBroken;
import dev.cavea.ledger.core.Recall;
import dev.cavea.ledger.core.internal.state.Mix;
import dev.cavea.ledger.core.snapshot.SessionState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All client processes heard from within the last hour of log time, by number. */
public final class Sessions {

    /** A session that stays silent this long ends. */
    public static final long SILENCE_MILLIS = 3_600_000;

    private final List<Session> open = new ArrayList<>();
    private long last;

    public static Sessions restore(long last, List<SessionState> states) {
        Sessions sessions = new Sessions();
        sessions.last = last;
        for (SessionState state : states) {
            sessions.open.add(Session.restore(state));
        }
        return sessions;
    }

    public List<SessionState> freeze() {
        return open.stream().map(Session::freeze).toList();
    }

    public long last() {
        return last;
    }

    public long open(long nowMillis) {
        open.add(new Session(++last, nowMillis));
        return last;
    }

    public Recall recall(long number, long pack) {
        Session session = find(number);
        if (session == null) {
            return Recall.Blank.SESSION_ENDED;
        }
        Answer[] answers = session.answersTo(pack);
        if (answers != null) {
            return new Recall.Answered(answers);
        }
        return pack < session.confirmedBelow ? Recall.Blank.CONFIRMED : Recall.Blank.NEVER_SEEN;
    }

    public void remember(
            long number, long pack, long confirmedBelow, Answer[] answers, long nowMillis) {
        Session session = find(number);
        if (session == null || recall(number, pack) != Recall.Blank.NEVER_SEEN) {
            throw new LedgerBroken(
                    "pack " + pack + " of session " + number + " was not to be executed");
        }
        session.heardAtMillis = nowMillis;
        session.remember(pack, answers);
        session.confirm(confirmedBelow);
    }

    public void endSilent(long nowMillis) {
        open.removeIf(session -> nowMillis - session.heardAtMillis >= SILENCE_MILLIS);
    }

    public long hash() {
        long hash = last;
        for (Session session : open) {
            hash = Mix.chain(hash, session.hash());
        }
        return hash;
    }

    private @Nullable Session find(long number) {
        for (Session session : open) {
            if (session.number == number) {
                return session;
            }
        }
        return null;
    }
}
