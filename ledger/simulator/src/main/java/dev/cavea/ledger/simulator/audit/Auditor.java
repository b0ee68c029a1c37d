package dev.cavea.ledger.simulator.audit;

import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.Rejection;
import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.command.OpenHouse;
import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.ledger.core.event.HoldExpired;
import dev.cavea.ledger.core.event.PlacesHeld;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Follows everything that is asked and answered, and throws a {@link Violation} at the first lie.
 */
public final class Auditor {

    private final NavigableMap<Long, HouseBook> books = new TreeMap<>();
    private long position;
    private long nowMillis;

    /** Log time advanced; these events are what it caused. */
    public void advanced(long logTimeMillis, List<FeedEntry> events) {
        boolean hasMoved = logTimeMillis > nowMillis;
        nowMillis = Math.max(nowMillis, logTimeMillis);
        for (FeedEntry entry : events) {
            follows(entry);
            Violation.unless(entry.event() instanceof HoldExpired, "time caused %s", entry.event());
            expired((HoldExpired) entry.event());
        }
        // A hold that is due because its pin was just lifted ends when time next moves.
        for (HouseBook book : hasMoved ? books.values() : List.<HouseBook>of()) {
            List<Claim> late = book.holdsDue(nowMillis);
            Violation.unless(late.isEmpty(), "at %d these had to be over: %s", nowMillis, late);
        }
    }

    private void expired(HoldExpired expired) {
        HouseBook book = book(expired.house());
        Claim claim = book.claim(expired.hold());
        if (claim == null || claim.sold) {
            throw new Violation("there is no hold to expire: " + expired);
        }
        Violation.unless(
                claim.dueMillis() <= nowMillis,
                "%s expired at %d, before %d",
                claim,
                nowMillis,
                claim.dueMillis());
        Violation.unless(claim.places().equals(expired.places()), "%s: %s", claim, expired);
        book.end(claim);
    }

    /** A command was executed for the first time; these events are what it caused. */
    public void executed(Command command, Answer answer, List<FeedEntry> events) {
        events.forEach(this::follows);
        agree(command, answer, events);
        HouseBook book = books.get(command.house());
        if (book == null) {
            executedOnNothing(command, answer);
            return;
        }
        switch (answer) {
            case Answer.Rejected rejected -> rejected(book, command, rejected);
            case Answer.Held held -> new DoneAudit(book, nowMillis).held(command, held);
            case Answer.Done _ -> new DoneAudit(book, nowMillis).done(command);
        }
    }

    private static void rejected(HouseBook book, Command command, Answer.Rejected rejected) {
        if (command instanceof OpenHouse open) {
            boolean isTrue =
                    book.closed
                            || (rejected.reason() == Rejection.HOUSE_ALREADY_OPEN
                                    && !open.layout().equals(book.layout));
            Violation.unless(isTrue, "house %d: %s", book.house, rejected);
            return;
        }
        new RejectionAudit(book).rejected(command, rejected);
    }

    private void executedOnNothing(Command command, Answer answer) {
        if (command instanceof OpenHouse open && answer instanceof Answer.Done) {
            books.put(open.house(), new HouseBook(open.house(), open.layout(), open.rules()));
            return;
        }
        boolean isRefused =
                answer instanceof Answer.Rejected(Rejection reason, var _)
                        && (reason == Rejection.HOUSE_UNKNOWN || command instanceof OpenHouse);
        Violation.unless(isRefused, "%s in no house got %s", command, answer);
    }

    /** A pack was sent again. */
    public static void retried(List<Answer> first, List<Answer> again) {
        Violation.unless(first.equals(again), "a retry got %s instead of %s", again, first);
    }

    /** What a seat map shows of the house must be what was promised. */
    public void shows(long house, byte[] seatStates) {
        byte[] states = book(house).seatStates();
        int differs = Arrays.mismatch(states, seatStates);
        Violation.unless(differs < 0, "seat %d of house %d shows another state", differs, house);
    }

    private HouseBook book(long house) {
        HouseBook book = books.get(house);
        if (book == null) {
            throw new Violation("nobody opened house " + house);
        }
        return book;
    }

    private void follows(FeedEntry entry) {
        Violation.unless(
                entry.position() == position + 1,
                "event %d comes after %d",
                entry.position(),
                position);
        Violation.unless(
                entry.logTimeMillis() == nowMillis,
                "event %d is dated %d at %d",
                entry.position(),
                entry.logTimeMillis(),
                nowMillis);
        position++;
    }

    /** The feed says the same as the answer. */
    private static void agree(Command command, Answer answer, List<FeedEntry> events) {
        boolean isSame =
                switch (answer) {
                    case Answer.Rejected _ -> events.isEmpty();
                    case Answer.Done done ->
                            events.isEmpty() || events.getLast().position() == done.position();
                    case Answer.Held held -> events.isEmpty() || isOf(held, events.getLast());
                };
        Violation.unless(isSame, "%s was answered %s and caused %s", command, answer, events);
    }

    private static boolean isOf(Answer.Held held, FeedEntry entry) {
        return entry.position() == held.position()
                && (!(entry.event() instanceof PlacesHeld event)
                        || (event.hold().equals(held.hold())
                                && event.places().equals(held.places())
                                && event.expiresAtMillis() == held.expiresAtMillis()));
    }
}
