package dev.cavea.platform.edge;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list as the contract has it; {@code nextCursor} is null on the last page. */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /**
     * Makes a page of rows, one more of which was fetched than the page takes: the extra one shows
     * that there is another page and is left out.
     *
     * @param cursor of the last row shown
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> shown = List.copyOf(rows.subList(0, limit));
        return new Page<>(shown, cursor.apply(shown.getLast()).text());
    }

    public <R> Page<R> map(Function<T, R> form) {
        return new Page<>(items.stream().map(form).toList(), nextCursor);
    }
}
