package dev.cavea.ledger.core.internal.session;

import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.ledger.core.internal.state.Mix;

/**
 * The same number for the same answer on every member; records' own hash codes do not promise that.
 */
final class AnswerHash {

    private AnswerHash() {}

    static long of(Answer answer) {
        return switch (answer) {
            case Answer.Done(long position) -> Mix.chain(1, position);
            case Answer.Rejected(var reason, Seats seats) ->
                    Mix.chain(Mix.chain(2, reason.number()), of(seats));
            case Answer.Held held -> {
                long hash = Mix.chain(3, Mix.scatter(held.hold()));
                hash = Mix.chain(hash, of(held.places()));
                hash = Mix.chain(hash, held.expiresAtMillis());
                yield Mix.chain(hash, held.position());
            }
        };
    }

    private static long of(Places places) {
        return switch (places) {
            case Places.Seated(Seats seats) -> of(seats);
            case Places.Standing(int area, int quantity) -> Mix.chain(~area, quantity);
        };
    }

    private static long of(Seats seats) {
        long hash = seats.count();
        for (int i = 0; i < seats.count(); i++) {
            hash = Mix.chain(hash, seats.get(i));
        }
        return hash;
    }
}
