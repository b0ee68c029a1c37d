package dev.cavea.ledger.wire;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.ledger.core.house.Wish;

/** The small parts that commands, answers and events share. */
final class Words {

    private static final int SEATED = 1;
    private static final int STANDING = 2;

    private Words() {}

    static void write(WireOut out, HoldId hold) {
        out.putLong(hold.high());
        out.putLong(hold.low());
    }

    static HoldId holdId(WireIn in) {
        long high = in.getLong();
        return new HoldId(high, in.getLong());
    }

    static void write(WireOut out, Seats seats) {
        int count = seats.count();
        out.putInt(count);
        for (int i = 0; i < count; i++) {
            out.putInt(seats.get(i));
        }
    }

    static Seats seats(WireIn in) {
        int[] indexes = new int[in.getCount(Integer.BYTES)];
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = in.getInt();
        }
        return Seats.wrap(indexes);
    }

    static void write(WireOut out, Places places) {
        switch (places) {
            case Places.Seated(Seats seats) -> {
                out.putByte(SEATED);
                write(out, seats);
            }
            case Places.Standing(int area, int quantity) -> {
                out.putByte(STANDING);
                out.putInt(area);
                out.putInt(quantity);
            }
        }
    }

    static Places places(WireIn in) {
        int kind = in.getByte();
        return switch (kind) {
            case SEATED -> new Places.Seated(seats(in));
            case STANDING -> {
                int area = in.getInt();
                yield new Places.Standing(area, in.getInt());
            }
            default -> throw new WireException("no places have the kind " + kind);
        };
    }

    static void write(WireOut out, Wish wish) {
        out.putInt(wish.count());
        out.putLong(wish.zones());
        out.putInt(wish.section());
        out.putBoolean(wish.accessible());
        out.putBoolean(wish.together());
    }

    static Wish wish(WireIn in) {
        int count = in.getInt();
        long zones = in.getLong();
        int section = in.getInt();
        boolean accessible = in.getBoolean();
        return new Wish(count, zones, section, accessible, in.getBoolean());
    }
}
