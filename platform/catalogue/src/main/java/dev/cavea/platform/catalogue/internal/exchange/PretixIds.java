package dev.cavea.platform.catalogue.internal.exchange;

import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixSeat;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Seat ids of a pretix plan: the seat_guid. Files are met in which it repeats on seats that differ,
 * as their uuids say; the first then keeps it and the others get .2, .3 and so on, in file order. A
 * guid that repeats without uuids that differ is one seat given twice, and nobody can sell that.
 */
final class PretixIds {

    private static final int EXAMPLES = 10;

    private final IdentityHashMap<PretixSeat, String> ids = new IdentityHashMap<>();
    private final Set<String> taken = new HashSet<>();

    static PretixIds of(List<PretixSeat> seats, Findings findings) {
        PretixIds ids = new PretixIds();
        Map<String, List<PretixSeat>> byGuid = new HashMap<>();
        for (PretixSeat seat : seats) {
            byGuid.computeIfAbsent(seat.guid(), guid -> new ArrayList<>()).add(seat);
            ids.taken.add(seat.guid());
        }
        Set<String> repeated = new LinkedHashSet<>();
        for (PretixSeat seat : seats) {
            if (ids.ids.containsKey(seat)) {
                continue;
            }
            List<PretixSeat> same = Objects.requireNonNull(byGuid.get(seat.guid()));
            if (same.size() > 1 && !differ(same)) {
                findings.duplicate(seat.guid());
                findings.add(
                        same.get(1).path() + ".seat_guid",
                        "is " + seat.guid() + ", as is that of " + same.getFirst().path(),
                        "guids that differ, or uuids that do");
            }
            if (same.size() > 1) {
                repeated.add(seat.guid());
            }
            ids.number(same);
        }
        int renamed = seats.size() - byGuid.size();
        if (renamed > 0) {
            findings.warn(
                    "repeated-seat-guid",
                    renamed
                            + " seats repeat the seat_guid of another seat and got .2, .3 and so"
                            + " on appended.",
                    repeated.stream().limit(EXAMPLES).toList());
        }
        return ids;
    }

    private static boolean differ(List<PretixSeat> seats) {
        Set<@Nullable String> uuids = new HashSet<>();
        return seats.stream().allMatch(seat -> seat.uuid() != null && uuids.add(seat.uuid()));
    }

    private void number(List<PretixSeat> same) {
        ids.put(same.getFirst(), same.getFirst().guid());
        int next = 2;
        for (PretixSeat seat : same.subList(1, same.size())) {
            String id = seat.guid() + "." + next++;
            while (!taken.add(id)) {
                id = seat.guid() + "." + next++;
            }
            ids.put(seat, id);
        }
    }

    String of(PretixSeat seat) {
        return Objects.requireNonNull(ids.get(seat));
    }
}
