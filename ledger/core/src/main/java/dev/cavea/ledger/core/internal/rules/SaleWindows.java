package dev.cavea.ledger.core.internal.rules;

import dev.cavea.ledger.core.Rejection;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Rules.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a channel may hold. It may have several windows; without any it is closed. */
final class SaleWindows {

    private SaleWindows() {}

    /** Over only when all of the channel's windows are; null while one is open. */
    static @Nullable Rejection refusal(Rules rules, int channel, long nowMillis) {
        boolean hasAny = false;
        boolean hasFuture = false;
        List<Window> windows = rules.windows();
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            if (window.channel() == channel) {
                hasAny = true;
                hasFuture |= nowMillis < window.opensAtMillis();
                if (nowMillis >= window.opensAtMillis() && nowMillis < window.closesAtMillis()) {
                    return null;
                }
            }
        }
        return hasAny && !hasFuture ? Rejection.SALE_OVER : Rejection.SALE_NOT_OPEN;
    }
}
