package dev.cavea.ledger.core.internal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cavea.ledger.core.LedgerBroken;
import dev.cavea.ledger.core.house.HoldId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each table against its counterpart in java.util, over many random steps. */
class TablesTest {

    private static final int STEPS = 200_000;

    private final Random random = new Random(42);

    @Test
    void holdsAreFoundByIdWhateverCameAndWent() {
        HoldTable table = new HoldTable();
        Map<HoldId, Long> model = new HashMap<>();
        for (int i = 0; i < STEPS; i++) {
            HoldId id = new HoldId(random.nextInt(3), random.nextInt(400));
            int slot = table.find(id);
            assertThat(slot != HoldTable.NONE).isEqualTo(model.containsKey(id));
            if (slot == HoldTable.NONE) {
                slot = table.add(id, i, 255, i, 0);
                table.seat(slot, 1, 1);
                model.put(id, (long) i);
            } else {
                assertThat(table.id(slot)).isEqualTo(id);
                assertThat(table.ordinal(slot)).isEqualTo(model.remove(id));
                assertThat(table.channel(slot)).isEqualTo(255);
                table.remove(slot);
            }
            assertThat(table.size()).isEqualTo(model.size());
        }
        assertThat(table.slots()).as("slots are reused").isLessThan(1_200);
    }

    @Test
    void aHoldIsMadeOnce() {
        HoldTable table = new HoldTable();
        table.seat(table.add(new HoldId(0, 0), 1, 0, 1, 0), 1, 1);

        assertThatThrownBy(() -> table.add(new HoldId(0, 0), 1, 0, 2, 0))
                .isInstanceOf(LedgerBroken.class);
    }

    @Test
    void buyersCountWhatTheyHave() {
        BuyerCounts counts = new BuyerCounts();
        Map<Long, Integer> model = new HashMap<>();
        for (int i = 0; i < STEPS; i++) {
            long buyer = random.nextInt(300);
            int places = 1 + random.nextInt(4);
            int has = model.getOrDefault(buyer, 0);
            if (has >= places && random.nextInt(5) < 3) {
                counts.subtract(buyer, places);
                model.put(buyer, has - places);
            } else {
                counts.add(buyer, places);
                model.put(buyer, has + places);
            }
            long other = random.nextInt(300);
            assertThat(counts.of(other)).isEqualTo(model.getOrDefault(other, 0));
        }
    }

    @Test
    void aBuyerNeverGivesBackMoreThanItHas() {
        BuyerCounts counts = new BuyerCounts();
        counts.add(0, 2);

        assertThatThrownBy(() -> counts.subtract(0, 3)).isInstanceOf(LedgerBroken.class);
    }

    private record Due(long millis, long ordinal, int slot) {}

    @Test
    void whatIsDueFirstIsFirstAndWhatWasRemovedIsGone() {
        DueHeap heap = new DueHeap();
        TreeSet<Due> model =
                new TreeSet<>(Comparator.comparingLong(Due::millis).thenComparing(Due::ordinal));
        List<Due> bySlot = new ArrayList<>(java.util.Collections.nCopies(500, null));
        for (int i = 0; i < STEPS; i++) {
            int slot = random.nextInt(500);
            Due had = bySlot.get(slot);
            long millis = random.nextInt(300);
            if (had == null) {
                heap.add(slot, millis, i);
                bySlot.set(slot, new Due(millis, i, slot));
            } else if (random.nextBoolean()) {
                heap.remove(slot);
                bySlot.set(slot, null);
            } else {
                heap.change(slot, millis);
                bySlot.set(slot, new Due(millis, had.ordinal(), slot));
            }
            if (had != null) {
                model.remove(had);
            }
            if (bySlot.get(slot) != null) {
                model.add(bySlot.get(slot));
            }
            assertThat(heap.firstDue())
                    .isEqualTo(model.isEmpty() ? Long.MAX_VALUE : model.first().millis());
            if (!model.isEmpty()) {
                assertThat(heap.firstSlot()).isEqualTo(model.first().slot());
            }
        }
    }

    @Test
    void aSeatHasOneHolder() {
        SeatTable seats = new SeatTable(2);
        seats.take(1, 5);

        assertThatThrownBy(() -> seats.take(1, 6)).isInstanceOf(LedgerBroken.class);
        assertThatThrownBy(() -> seats.giveBack(1, 6)).isInstanceOf(LedgerBroken.class);
        assertThatThrownBy(() -> seats.giveBack(0, 5)).isInstanceOf(LedgerBroken.class);
    }
}
