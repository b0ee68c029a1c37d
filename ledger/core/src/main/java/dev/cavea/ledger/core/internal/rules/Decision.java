package dev.cavea.ledger.core.internal.rules;

import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.Rejection;
import dev.cavea.ledger.core.event.Event;
import dev.cavea.ledger.core.house.Seats;
import java.util.List;

/** The outcome of a command. Nothing has changed yet: applying the events makes the change. */
public sealed interface Decision {

    /** What it asks for is already the case. */
    Accepted NOTHING_TO_DO = new Accepted(List.of());

    record Accepted(List<Event> events) implements Decision {}

    /** The hold it asks for already exists: the answer is the same as before. */
    record Repeated(Answer.Held answer) implements Decision {}

    record Refused(Answer.Rejected answer) implements Decision {}

    static Decision accept(Event event) {
        return new Accepted(List.of(event));
    }

    static Decision refuse(Rejection reason) {
        return refuse(reason, Seats.NONE);
    }

    static Decision refuse(Rejection reason, Seats inTheWay) {
        return new Refused(new Answer.Rejected(reason, inTheWay));
    }
}
