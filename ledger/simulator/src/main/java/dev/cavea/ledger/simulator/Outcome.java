package dev.cavea.ledger.simulator;

import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.event.FeedEntry;
import java.util.List;

/**
 * What a member made of a log entry: the same on every member.
 *
 * @param expiries events that the stamp caused
 * @param steps of a pack that was executed now
 * @param answers of a pack, executed now or remembered; none when it was refused
 */
record Outcome(
        Kind kind, long session, List<FeedEntry> expiries, List<Step> steps, List<Answer> answers) {

    enum Kind {
        NO_PACK,
        EXECUTED,
        REMEMBERED,
        CONFIRMED,
        SESSION_ENDED
    }

    record Step(Command command, Answer answer, List<FeedEntry> events) {}
}
