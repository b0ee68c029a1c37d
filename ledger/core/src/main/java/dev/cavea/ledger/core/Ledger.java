package dev.cavea.ledger.core;

import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.event.Event;
import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.ledger.core.event.HoldExpired;
import dev.cavea.ledger.core.event.HoldExtended;
import dev.cavea.ledger.core.event.HouseOpened;
import dev.cavea.ledger.core.event.PlacesHeld;
import dev.cavea.ledger.core.internal.rules.Decision;
import dev.cavea.ledger.core.internal.rules.Decisions;
import dev.cavea.ledger.core.internal.session.Sessions;
import dev.cavea.ledger.core.internal.state.House;
import dev.cavea.ledger.core.internal.state.HouseHash;
import dev.cavea.ledger.core.internal.state.Houses;
import dev.cavea.ledger.core.internal.state.Mix;
import dev.cavea.ledger.core.internal.state.Restoring;
import dev.cavea.ledger.core.snapshot.FrozenHouse;
import dev.cavea.ledger.core.snapshot.HouseState;
import dev.cavea.ledger.core.snapshot.LedgerSnapshot;
import dev.cavea.ledger.core.snapshot.SnapshotHead;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's state and the only way to it. Not thread-safe: one thread owns it. Only what {@link
 * #freeze} returns may be read by others.
 */
public final class Ledger {

    private final Houses houses = new Houses();
    private final Sessions sessions;
    private long position;
    private long logTimeMillis;
    private long commandsApplied;

    /** No hold ends before this log time; none need end at exactly this time either. */
    private long nothingDueBefore = Long.MAX_VALUE;

    /** An empty ledger, before the first entry of the log. */
    public Ledger() {
        sessions = new Sessions();
    }

    private Ledger(SnapshotHead head) {
        sessions = Sessions.restore(head.lastSession(), head.sessions());
        position = head.position();
        logTimeMillis = head.logTimeMillis();
        commandsApplied = head.commandsApplied();
    }

    /** Decides on the command, applies what was decided, and tells the sink. */
    public Answer execute(Command command, EventSink sink) {
        commandsApplied++;
        House house = houses.find(command.house());
        return switch (Decisions.decide(house, command, logTimeMillis)) {
            case Decision.Accepted(List<Event> events) -> applyAll(command, events, sink);
            case Decision.Repeated(Answer.Held answer) -> answer;
            case Decision.Refused(Answer.Rejected answer) -> answer;
        };
    }

    private Answer applyAll(Command command, List<Event> events, EventSink sink) {
        House house = houses.find(command.house());
        for (int i = 0; i < events.size(); i++) {
            house = apply(house, events.get(i), sink);
        }
        return events.isEmpty() || house == null
                ? new Answer.Done(position)
                : answer(house, events.getLast());
    }

    private Answer answer(House house, Event last) {
        if (last instanceof PlacesHeld held) {
            return new Answer.Held(held.hold(), held.places(), held.expiresAtMillis(), position);
        }
        if (last instanceof HoldExtended extended) {
            int slot = house.holds().find(extended.hold());
            long due = house.holds().due(slot);
            return new Answer.Held(extended.hold(), house.places(slot), due, position);
        }
        return new Answer.Done(position);
    }

    /** The only place where the state of houses changes. */
    private House apply(@Nullable House house, Event event, EventSink sink) {
        position++;
        House changed;
        if (event instanceof HouseOpened opened) {
            changed = houses.add(new House(opened, position));
        } else if (house == null) {
            throw new LedgerBroken(event + " at " + position + " belongs to no house");
        } else {
            changed = house.thawed();
            if (changed != house) {
                houses.replace(changed);
            }
            changed.apply(event, position);
        }
        nothingDueBefore = Math.min(nothingDueBefore, changed.firstDue());
        sink.accept(position, logTimeMillis, event);
        return changed;
    }

    /**
     * Advances log time and ends what is due: holds, house by house in the order of their numbers
     * and within a house by end, then age; and silent sessions. A time before {@link
     * #logTimeMillis} changes nothing.
     */
    public void advanceTo(long nowMillis, EventSink sink) {
        if (nowMillis <= logTimeMillis) {
            return;
        }
        logTimeMillis = nowMillis;
        sessions.endSilent(nowMillis);
        if (nowMillis >= nothingDueBefore) {
            nothingDueBefore = Long.MAX_VALUE;
            for (int i = 0; i < houses.count(); i++) {
                expire(houses.get(i), sink);
            }
        }
    }

    private void expire(House from, EventSink sink) {
        House house = from;
        while (house.firstDue() <= logTimeMillis) {
            int slot = house.firstDueSlot();
            Event expired = new HoldExpired(house.id(), house.holds().id(slot), house.places(slot));
            house = apply(house, expired, sink);
        }
        nothingDueBefore = Math.min(nothingDueBefore, house.firstDue());
    }

    /** Applies an event from the feed instead of deciding; positions must follow without a gap. */
    public void replay(FeedEntry entry) {
        if (entry.position() != position + 1) {
            throw new LedgerBroken("event " + entry.position() + " comes after " + position);
        }
        logTimeMillis = Math.max(logTimeMillis, entry.logTimeMillis());
        apply(houses.find(entry.event().house()), entry.event(), EventSink.NONE);
    }

    /** Opens a session for a client process and returns its number, 1 or more. */
    public long openSession() {
        return sessions.open(logTimeMillis);
    }

    /** What is remembered of a pack. Read-only. */
    public Recall recall(long session, long pack) {
        return sessions.recall(session, pack);
    }

    /**
     * Keeps a pack's answers until its client confirms them, and forgets those of all packs below
     * {@code confirmedBelow}. The caller gives the array away.
     */
    public void remember(long session, long pack, long confirmedBelow, Answer[] answers) {
        sessions.remember(session, pack, confirmedBelow, answers, logTimeMillis);
    }

    /** Position of the last event; 0 before the first one. */
    public long position() {
        return position;
    }

    public long logTimeMillis() {
        return logTimeMillis;
    }

    /** How many commands have ever been executed, including before a restore. */
    public long commandsApplied() {
        return commandsApplied;
    }

    /**
     * Covers all state; equal on all members that applied the same log, including restored ones.
     */
    public long stateHash() {
        long hash = Mix.chain(housesHash(), logTimeMillis);
        hash = Mix.chain(hash, commandsApplied);
        return Mix.chain(hash, sessions.hash());
    }

    /** Covers what events convey: position and houses. Equal after {@link #replay} of the feed. */
    public long housesHash() {
        long hash = position;
        for (int i = 0; i < houses.count(); i++) {
            hash = Mix.chain(hash, HouseHash.of(houses.get(i)));
        }
        return hash;
    }

    /** Cheap: a house is copied only if and when it next changes. */
    public LedgerSnapshot freeze() {
        SnapshotHead head =
                new SnapshotHead(
                        position,
                        logTimeMillis,
                        commandsApplied,
                        sessions.last(),
                        sessions.freeze());
        List<FrozenHouse> frozen = new ArrayList<>(houses.count());
        for (int i = 0; i < houses.count(); i++) {
            frozen.add(houses.get(i).freeze());
        }
        return new LedgerSnapshot(head, frozen);
    }

    /** The ledger that the snapshot was taken of; houses come in the snapshot's order. */
    public static Ledger restore(SnapshotHead head, Iterator<HouseState> states) {
        Ledger ledger = new Ledger(head);
        while (states.hasNext()) {
            House house = ledger.houses.add(Restoring.house(states.next()));
            ledger.nothingDueBefore = Math.min(ledger.nothingDueBefore, house.firstDue());
        }
        return ledger;
    }
}
