package dev.cavea.platform.catalogue.internal.plan;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Seat ids both ways. An id that is {@code SECTION-ROW-NUMBER} is never stored: it is put together
 * when asked for, and found by a hash over its parts, so that 200,000 seats cost a megabyte of
 * index and no strings.
 */
final class SeatNames {

    private static final int NONE = -1;

    /** Two seats that have one id. */
    @FunctionalInterface
    interface Repeated {
        void of(String id, int seat, int first);
    }

    private final SeatColumns seats;
    private final List<Section> sections;
    private final @Nullable String @Nullable [] given;
    private final int[] table;

    /**
     * @param repeated is told each seat whose id an earlier seat has
     */
    SeatNames(SeatColumns seats, List<Section> sections, Repeated repeated) {
        this.seats = seats;
        this.sections = sections;
        this.given = Arrays.stream(seats.ids).anyMatch(id -> id != null) ? seats.ids : null;
        this.table = new int[Integer.highestOneBit(Math.max(seats.seats, 4)) * 4];
        Arrays.fill(table, NONE);
        int[] hashes = hashes();
        for (int seat = 0; seat < seats.seats; seat++) {
            int slot = spread(hashes[seat]);
            boolean same = false;
            while (table[slot] != NONE && !same) {
                // Ids are spelt out only where their hashes agree, which is where they repeat.
                same = hashes[table[slot]] == hashes[seat] && isId(table[slot], id(seat));
                slot = same ? slot : next(slot);
            }
            if (same) {
                repeated.of(id(seat), seat, table[slot]);
            } else {
                table[slot] = seat;
            }
        }
    }

    /** Of every id what {@link String#hashCode} would give, without making the strings. */
    private int[] hashes() {
        int[] hashes = new int[seats.seats];
        for (int row = 0; row < seats.rows; row++) {
            String section = sections.get(seats.rowSections[row]).id();
            int start = hash(hash(0, section) * 31 + '-', seats.rowLabels[row]) * 31 + '-';
            for (int seat = seats.rowStarts[row]; seat < seats.rowEnd(row); seat++) {
                String own = given == null ? null : given[seat];
                hashes[seat] = own != null ? own.hashCode() : hash(start, seats.numbers[seat]);
            }
        }
        return hashes;
    }

    private static int hash(int before, String text) {
        int hash = before;
        for (int i = 0; i < text.length(); i++) {
            hash = hash * 31 + text.charAt(i);
        }
        return hash;
    }

    String id(int seat) {
        String own = given == null ? null : given[seat];
        return own != null ? own : derived(seat);
    }

    String derived(int seat) {
        int row = seats.rowOf(seat);
        return sections.get(seats.rowSections[row]).id()
                + '-'
                + seats.rowLabels[row]
                + '-'
                + seats.numbers[seat];
    }

    /** Ids are kept composed (NFC); one that is asked for in another form is the same. */
    int indexOf(String id) {
        int seat = table[slotOf(id)];
        return seat == NONE && !Normalizer.isNormalized(id, Normalizer.Form.NFC)
                ? table[slotOf(Normalizer.normalize(id, Normalizer.Form.NFC))]
                : seat;
    }

    /** The slot that has the id, or the empty one where it would go. */
    private int slotOf(String id) {
        int slot = spread(id.hashCode());
        while (table[slot] != NONE && !isId(table[slot], id)) {
            slot = next(slot);
        }
        return slot;
    }

    private int next(int slot) {
        return (slot + 1) & (table.length - 1);
    }

    private int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed >>> (32 - Integer.numberOfTrailingZeros(table.length));
    }

    private boolean isId(int seat, String id) {
        String own = given == null ? null : given[seat];
        if (own != null) {
            return own.equals(id);
        }
        int row = seats.rowOf(seat);
        String section = sections.get(seats.rowSections[row]).id();
        String label = seats.rowLabels[row];
        String number = seats.numbers[seat];
        int rowAt = section.length() + 1;
        int numberAt = rowAt + label.length() + 1;
        return id.length() == numberAt + number.length()
                && id.endsWith(number)
                && id.startsWith(section)
                && id.startsWith(label, rowAt)
                && id.charAt(rowAt - 1) == '-'
                && id.charAt(numberAt - 1) == '-';
    }
}
