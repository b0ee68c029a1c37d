package dev.cavea.platform.catalogue.internal.generate;

/** A, B, … Z, AA, AB, …, without I and O, which ushers read as 1 and 0. */
final class RowLetters {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    private RowLetters() {}

    static String of(int row) {
        String last = LETTERS.substring(row % LETTERS.length(), row % LETTERS.length() + 1);
        return row < LETTERS.length() ? last : of(row / LETTERS.length() - 1) + last;
    }
}
