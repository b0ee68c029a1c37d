package dev.cavea.ledger.core.snapshot;

import dev.cavea.ledger.core.Answer;
import java.util.List;

/**
 * A session and the answers that its client has not confirmed.
 *
 * @param heardAtMillis log time of its last pack
 * @param confirmedBelow the client has the answers of all packs below this number
 * @param packs by number
 */
public record SessionState(
        long session, long heardAtMillis, long confirmedBelow, List<PackState> packs) {

    public SessionState {
        packs = List.copyOf(packs);
    }

    public record PackState(long pack, List<Answer> answers) {
        public PackState {
            answers = List.copyOf(answers);
        }
    }
}
