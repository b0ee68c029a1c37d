package dev.cavea.demo.internal.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cavea.platform.catalogue.Plans;
import dev.cavea.platform.catalogue.SeatingPlan;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EyeTest {

    private static final SeatingPlan PLAN = Plans.grid(10, 10);

    /** A compact seat map, as the reference describes it, with these seats sold. */
    private static byte[] map(int seats, int... sold) {
        ByteBuffer map = ByteBuffer.allocate(40 + (seats + 15) / 16 * 4);
        map.order(ByteOrder.LITTLE_ENDIAN)
                .put("CVSM".getBytes(StandardCharsets.US_ASCII))
                .putInt(32, seats);
        for (int seat : sold) {
            int at = 40 + seat / 4;
            map.put(at, (byte) (map.get(at) | 2 << (seat % 4 * 2)));
        }
        return map.array();
    }

    @Test
    void readsTheStatesOfACompactMap() {
        SeatStates states = SeatStates.of(map(100, 0, 7, 99));
        assertThat(states.seats()).isEqualTo(100);
        assertThat(states.isFree(0)).isFalse();
        assertThat(states.isFree(1)).isTrue();
        assertThat(states.isFree(7)).isFalse();
        assertThat(states.isFree(99)).isFalse();
        assertThatThrownBy(() -> SeatStates.of(new byte[12])).isInstanceOf(RuntimeException.class);
    }

    @Test
    void picksOnlyFreeNeighboursOfOneRow() {
        int[] sold = new int[50];
        for (int i = 0; i < sold.length; i++) {
            sold[i] = i * 2;
        }
        Eye eye = new Eye(PLAN, new SplittableRandom(1));
        assertThat(eye.pick(SeatStates.of(map(100, sold)), 2)).isEmpty();
        for (int i = 0; i < 200; i++) {
            List<String> seats = eye.pick(SeatStates.of(map(100, 5)), 3);
            if (!seats.isEmpty()) {
                int first = PLAN.indexOf(seats.getFirst());
                assertThat(PLAN.indexOf(seats.get(2))).isEqualTo(first + 2);
                assertThat(PLAN.row(first)).isEqualTo(PLAN.row(first + 2));
                assertThat(seats).doesNotContain(PLAN.seatId(5));
            }
        }
    }

    @Test
    void prefersSeatsThatSeeWell() {
        Eye eye = new Eye(PLAN, new SplittableRandom(2));
        double quality = 0;
        for (int i = 0; i < 100; i++) {
            List<String> seats = eye.pick(SeatStates.of(map(100)), 1);
            quality += PLAN.quality(PLAN.indexOf(seats.getFirst())) / 100.0;
        }
        double mean = 0;
        for (int seat = 0; seat < 100; seat++) {
            mean += PLAN.quality(seat) / 100.0;
        }
        assertThat(quality).isGreaterThan(mean + 100);
    }
}
