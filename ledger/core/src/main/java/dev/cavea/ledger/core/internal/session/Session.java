package dev.cavea.ledger.core.internal.session;

import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.internal.state.Mix;
import dev.cavea.ledger.core.snapshot.SessionState;
import dev.cavea.ledger.core.snapshot.SessionState.PackState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One client's packs in flight, by number; a handful, so a list will do. */
final class Session {

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Pack(long number, Answer[] answers) {}

    final long number;
    long heardAtMillis;
    long confirmedBelow = 1;
    private final List<Pack> packs = new ArrayList<>();

    Session(long number, long heardAtMillis) {
        this.number = number;
        this.heardAtMillis = heardAtMillis;
    }

    static Session restore(SessionState state) {
        Session session = new Session(state.session(), state.heardAtMillis());
        session.confirmedBelow = state.confirmedBelow();
        for (PackState pack : state.packs()) {
            session.packs.add(new Pack(pack.pack(), pack.answers().toArray(new Answer[0])));
        }
        return session;
    }

    SessionState freeze() {
        List<PackState> frozen = new ArrayList<>(packs.size());
        for (Pack pack : packs) {
            frozen.add(new PackState(pack.number(), List.of(pack.answers())));
        }
        return new SessionState(number, heardAtMillis, confirmedBelow, frozen);
    }

    Answer @Nullable [] answersTo(long pack) {
        int at = placeOf(pack);
        return at < packs.size() && packs.get(at).number() == pack ? packs.get(at).answers() : null;
    }

    void remember(long pack, Answer[] answers) {
        packs.add(placeOf(pack), new Pack(pack, answers));
    }

    void confirm(long below) {
        if (below > confirmedBelow) {
            confirmedBelow = below;
            packs.removeIf(pack -> pack.number() < below);
        }
    }

    /** Where the pack is, or where it would go: nearly always the end. */
    private int placeOf(long pack) {
        int at = packs.size();
        while (at > 0 && packs.get(at - 1).number() >= pack) {
            at--;
        }
        return at;
    }

    long hash() {
        long hash = Mix.chain(Mix.chain(number, heardAtMillis), confirmedBelow);
        for (Pack pack : packs) {
            hash = Mix.chain(hash, pack.number());
            for (Answer answer : pack.answers()) {
                hash = Mix.chain(hash, AnswerHash.of(answer));
            }
        }
        return hash;
    }
}
