package dev.cavea.ledger.core.internal.rules;

import dev.cavea.ledger.core.Rejection;
import dev.cavea.ledger.core.command.ExtendHold;
import dev.cavea.ledger.core.command.PinHold;
import dev.cavea.ledger.core.command.ReleaseHold;
import dev.cavea.ledger.core.event.HoldExtended;
import dev.cavea.ledger.core.event.HoldPinned;
import dev.cavea.ledger.core.event.HoldReleased;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.internal.state.HoldTable;
import dev.cavea.ledger.core.internal.state.House;
import org.jspecify.annotations.Nullable;

/** A hold's time, from its making to its end or sale. */
final class Keeping {

    /** The buyer number that stands for the platform itself. */
    private static final long PLATFORM = 0;

    private Keeping() {}

    static Decision extend(House house, ExtendHold extend, long nowMillis) {
        if (house.isClosed()) {
            return Decision.refuse(Rejection.HOUSE_CLOSED);
        }
        int slot = house.holds().find(extend.hold());
        Rejection refused = refusal(house.holds(), slot);
        if (refused != null) {
            return Decision.refuse(refused);
        }
        if (house.holds().buyer(slot) != extend.buyer()) {
            return Decision.refuse(Rejection.NOT_THE_OWNER);
        }
        if (house.holds().extensions(slot) >= house.rules().maxExtensions()) {
            return Decision.refuse(Rejection.EXTENSIONS_USED_UP);
        }
        // Only a pin keeps a hold beyond its own end.
        long from = Math.max(nowMillis, house.holds().end(slot));
        long end = from + house.rules().extensionMillis();
        return Decision.accept(new HoldExtended(extend.house(), extend.hold(), end));
    }

    /**
     * While a payment is in flight only the platform may release. A second release finds no hold.
     */
    static Decision release(House house, ReleaseHold release, long nowMillis) {
        HoldTable holds = house.holds();
        int slot = holds.find(release.hold());
        Rejection refused = refusal(holds, slot);
        if (refused != null) {
            return Decision.refuse(refused);
        }
        if (release.buyer() != PLATFORM) {
            if (holds.buyer(slot) != release.buyer()) {
                return Decision.refuse(Rejection.NOT_THE_OWNER);
            }
            if (isPinned(holds, slot, nowMillis)) {
                return Decision.refuse(Rejection.HOLD_PINNED);
            }
        }
        HoldId hold = release.hold();
        return Decision.accept(new HoldReleased(release.house(), hold, house.places(slot)));
    }

    /** A later pin never takes back what an earlier one promised; a grace of 0 lifts it. */
    static Decision pin(House house, PinHold pin, long nowMillis) {
        HoldTable holds = house.holds();
        int slot = holds.find(pin.hold());
        Rejection refused = refusal(holds, slot);
        if (refused != null) {
            return Decision.refuse(refused);
        }
        if (pin.graceMillis() < 0 || pin.graceMillis() > PinHold.MAX_GRACE_MILLIS) {
            return Decision.refuse(Rejection.GRACE_OUT_OF_RANGE);
        }
        long has = holds.pinnedUntil(slot);
        long until = pin.graceMillis() == 0 ? 0 : Math.max(has, nowMillis + pin.graceMillis());
        return until == has
                ? Decision.NOTHING_TO_DO
                : Decision.accept(new HoldPinned(pin.house(), pin.hold(), until));
    }

    /** Why it cannot be treated as a hold; null if it can. */
    static @Nullable Rejection refusal(HoldTable holds, int slot) {
        if (slot == HoldTable.NONE) {
            return Rejection.HOLD_GONE;
        }
        return holds.isSold(slot) ? Rejection.HOLD_ALREADY_SOLD : null;
    }

    static boolean isPinned(HoldTable holds, int slot, long nowMillis) {
        return holds.pinnedUntil(slot) > nowMillis;
    }
}
