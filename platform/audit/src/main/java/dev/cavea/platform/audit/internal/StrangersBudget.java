package dev.cavea.platform.audit.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many entries strangers may cause in a minute: some by address, more in all. */
public final class StrangersBudget {

    static final int OF_ONE_ADDRESS = 10;
    static final int OF_ALL = 120;
    private static final int SECONDS = 60;

    private final Map<String, Integer> byAddress = new HashMap<>();
    private long minute;
    private int written;
    private long unwritten;

    /**
     * @param uncounted how many before this one were not written and are now to be reported
     */
    public record Decision(boolean allowed, long uncounted) {}

    public synchronized Decision take(@Nullable String address, Instant now) {
        long counted = 0;
        long current = now.getEpochSecond() / SECONDS;
        if (current != minute) {
            counted = unwritten;
            minute = current;
            written = 0;
            unwritten = 0;
            byAddress.clear();
        }
        boolean allowed = written < OF_ALL && isBelow(String.valueOf(address));
        if (allowed) {
            written++;
        } else {
            unwritten++;
        }
        return new Decision(allowed, counted);
    }

    /** The map has no more addresses than entries that may be written. */
    private boolean isBelow(String address) {
        int before = byAddress.getOrDefault(address, 0);
        if (before >= OF_ONE_ADDRESS) {
            return false;
        }
        byAddress.put(address, before + 1);
        return true;
    }
}
