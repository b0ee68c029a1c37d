package dev.cavea.ledger.core.internal.rules;

import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Rules.Window;

/** Whether rules are within bounds. */
final class RulesCheck {

    private RulesCheck() {}

    static boolean isSound(Rules rules) {
        return isWithin(rules.maxSeatsPerHold(), 1, Rules.MAX_SEATS_PER_HOLD)
                && rules.maxSeatsPerBuyer() >= 1
                && isWithin(rules.holdMillis(), 1, Rules.MAX_HOLD_MILLIS)
                && isWithin(rules.maxExtensions(), 0, Rules.MAX_EXTENSIONS)
                && rules.orphansAllowedBelow() >= 0
                && rules.windows().size() <= Rules.MAX_WINDOWS
                && rules.windows().stream().allMatch(RulesCheck::isSound);
    }

    private static boolean isSound(Window window) {
        return isWithin(window.channel(), Rules.PUBLIC, Rules.MAX_CHANNEL)
                && window.opensAtMillis() < window.closesAtMillis();
    }

    private static boolean isWithin(int value, int least, int most) {
        return value >= least && value <= most;
    }
}
