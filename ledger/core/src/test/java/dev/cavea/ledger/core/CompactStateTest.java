package dev.cavea.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.ledger.core.command.HoldSeats;
import dev.cavea.ledger.core.command.OpenHouse;
import dev.cavea.ledger.core.command.SellHold;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Seats;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompactStateTest {

    private static final int SEATS = 80_000;
    private static final long MEGABYTE = 1 << 20;

    @Test
    void aSoldOutStadiumTakesAtMostEightMegabytes() throws IllegalAccessException {
        Ledger ledger = new Ledger();
        ledger.advanceTo(1, EventSink.NONE);
        ledger.execute(new OpenHouse(1, Layouts.grid(2_000, 40), Layouts.EASY), EventSink.NONE);
        for (int seat = 0; seat < SEATS; seat += 2) {
            HoldId id = new HoldId(seat * 0x9e3779b97f4a7c15L, seat);
            ledger.execute(
                    new HoldSeats(1, id, seat + 1, 0, Seats.of(seat, seat + 1)), EventSink.NONE);
            assertThat(ledger.execute(new SellHold(1, id), EventSink.NONE))
                    .isInstanceOf(Answer.Done.class);
        }

        long bytes = bytesReachableFrom(ledger);

        System.out.printf("%,d seats sold in pairs: %,d bytes of arrays%n", SEATS, bytes);
        assertThat(bytes).isLessThan(8 * MEGABYTE);
    }

    /** All arrays in the state; the few objects around them do not count. */
    private static long bytesReachableFrom(Object root) throws IllegalAccessException {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>();
        open.add(root);
        long bytes = 0;
        while (!open.isEmpty()) {
            Object object = open.pop();
            if (seen.add(object)) {
                bytes += bytesOf(object);
                addReferences(object, open);
            }
        }
        return bytes;
    }

    private static long bytesOf(Object object) {
        return switch (object) {
            case long[] longs -> 8L * longs.length;
            case int[] ints -> 4L * ints.length;
            case char[] chars -> 2L * chars.length;
            case byte[] bytes -> bytes.length;
            case boolean[] booleans -> booleans.length;
            case Object[] references -> 4L * references.length;
            default -> 0;
        };
    }

    private static void addReferences(Object of, Deque<Object> open) throws IllegalAccessException {
        if (of instanceof Object[] references) {
            for (int i = 0; i < Array.getLength(references); i++) {
                addIfThere(references[i], open);
            }
        }
        for (Class<?> type = of.getClass();
                type.getName().startsWith("dev.cavea");
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    addIfThere(field.get(of), open);
                }
            }
        }
    }

    private static void addIfThere(Object object, Deque<Object> open) {
        if (object != null) {
            open.push(object);
        }
    }
}
