package dev.cavea.ledger.core.internal.state;

import dev.cavea.ledger.core.LedgerBroken;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** All houses, ordered by number: some hundreds, looked up far more often than added. */
public final class Houses {

    private long[] ids = new long[16];
    private House[] houses = new House[16];
    private int count;

    /** Where the last one was found: the next command is probably about the same house. */
    private int lately;

    public int count() {
        return count;
    }

    public House get(int i) {
        return houses[i];
    }

    public @Nullable House find(long id) {
        if (lately < count && ids[lately] == id) {
            return houses[lately];
        }
        int at = Arrays.binarySearch(ids, 0, count, id);
        if (at < 0) {
            return null;
        }
        lately = at;
        return houses[at];
    }

    public House add(House house) {
        int at = -1 - Arrays.binarySearch(ids, 0, count, house.id());
        if (at < 0) {
            throw new LedgerBroken("house " + house.id() + " is opened twice");
        }
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, count * 2);
            houses = Arrays.copyOf(houses, count * 2);
        }
        System.arraycopy(ids, at, ids, at + 1, count - at);
        System.arraycopy(houses, at, houses, at + 1, count - at);
        ids[at] = house.id();
        houses[at] = house;
        count++;
        return house;
    }

    /** Replaces the house's earlier copy. */
    public void replace(House house) {
        houses[Arrays.binarySearch(ids, 0, count, house.id())] = house;
    }
}
