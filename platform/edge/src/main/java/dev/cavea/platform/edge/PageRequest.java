package dev.cavea.platform.edge;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code ?limit=&cursor=}: how many, and after which. */
public record PageRequest(int limit, Optional<Cursor> after) {

    private static final int DEFAULT = 50;
    private static final int MOST = 200;

    /**
     * @param list the name of the list, so that a cursor of another list is refused
     * @throws Problem 422 {@code invalid-field}
     */
    static PageRequest of(String list, @Nullable String limit, @Nullable String cursor) {
        Check check = new Check();
        boolean whole = limit == null || limit.matches("\\d{1,9}");
        check.that("limit", whole, "is not a number", "a whole number from 1 to " + MOST);
        int asked = limit == null || !whole ? DEFAULT : Integer.parseInt(limit);
        check.range("limit", asked, 1, MOST);
        Optional<Cursor> after =
                cursor == null ? Optional.empty() : Optional.ofNullable(Cursor.parse(list, cursor));
        check.that(
                "cursor",
                cursor == null || after.isPresent(),
                "was not issued by this list",
                "the nextCursor of the previous page");
        check.orThrow();
        return new PageRequest(asked, after);
    }

    /** One more than the page takes, to see whether there is another page. */
    public int limitAndOne() {
        return limit + 1;
    }
}
