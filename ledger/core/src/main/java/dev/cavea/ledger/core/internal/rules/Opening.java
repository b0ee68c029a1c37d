package dev.cavea.ledger.core.internal.rules;

import dev.cavea.ledger.core.Rejection;
import dev.cavea.ledger.core.command.ChangeRules;
import dev.cavea.ledger.core.command.CloseHouse;
import dev.cavea.ledger.core.command.OpenHouse;
import dev.cavea.ledger.core.event.Event;
import dev.cavea.ledger.core.event.HoldReleased;
import dev.cavea.ledger.core.event.HouseClosed;
import dev.cavea.ledger.core.event.HouseOpened;
import dev.cavea.ledger.core.event.RulesChanged;
import dev.cavea.ledger.core.internal.state.HoldTable;
import dev.cavea.ledger.core.internal.state.House;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens a house, changes its rules and closes it. */
final class Opening {

    private Opening() {}

    /** Opening an open house again with the layout it has changes nothing, not even its rules. */
    static Decision open(@Nullable House house, OpenHouse open) {
        if (house != null) {
            return reopen(house, open);
        }
        if (!LayoutCheck.isSound(open.layout())) {
            return Decision.refuse(Rejection.LAYOUT_INVALID);
        }
        if (!RulesCheck.isSound(open.rules())) {
            return Decision.refuse(Rejection.RULES_INVALID);
        }
        return Decision.accept(new HouseOpened(open.house(), open.layout(), open.rules()));
    }

    private static Decision reopen(House house, OpenHouse open) {
        if (!house.floor().layout().equals(open.layout())) {
            return Decision.refuse(Rejection.HOUSE_ALREADY_OPEN);
        }
        return house.isClosed() ? Decision.refuse(Rejection.HOUSE_CLOSED) : Decision.NOTHING_TO_DO;
    }

    static Decision change(House house, ChangeRules change) {
        if (house.isClosed()) {
            return Decision.refuse(Rejection.HOUSE_CLOSED);
        }
        if (!RulesCheck.isSound(change.rules())) {
            return Decision.refuse(Rejection.RULES_INVALID);
        }
        return change.rules().equals(house.rules())
                ? Decision.NOTHING_TO_DO
                : Decision.accept(new RulesChanged(change.house(), change.rules()));
    }

    /** Releases all holds without a payment in flight, oldest first. */
    static Decision close(House house, CloseHouse close, long nowMillis) {
        if (house.isClosed()) {
            return Decision.NOTHING_TO_DO;
        }
        List<Event> events = new ArrayList<>();
        for (int slot : unpinned(house, nowMillis)) {
            events.add(new HoldReleased(close.house(), house.holds().id(slot), house.places(slot)));
        }
        events.add(new HouseClosed(close.house()));
        return new Decision.Accepted(events);
    }

    private static List<Integer> unpinned(House house, long nowMillis) {
        HoldTable holds = house.holds();
        List<Integer> slots = new ArrayList<>();
        for (int slot = 0; slot < holds.slots(); slot++) {
            boolean isHold = holds.count(slot) > 0 && !holds.isSold(slot);
            if (isHold && !Keeping.isPinned(holds, slot, nowMillis)) {
                slots.add(slot);
            }
        }
        slots.sort(Comparator.comparingLong(holds::ordinal));
        return slots;
    }
}
