package dev.cavea.ledger.core.house;

/** What a command is about: named seats, or a number of places in a general-admission area. */
public sealed interface Places {

    /** How many people can sit or stand here. */
    int count();

    record Seated(Seats seats) implements Places {
        @Override
        public int count() {
            return seats.count();
        }
    }

    /** {@code area} is the area's index in the layout. */
    record Standing(int area, int quantity) implements Places {
        @Override
        public int count() {
            return quantity;
        }
    }

    static Places seats(int... indexes) {
        return new Seated(Seats.of(indexes));
    }
}
