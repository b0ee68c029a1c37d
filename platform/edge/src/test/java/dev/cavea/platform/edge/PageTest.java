package dev.cavea.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private static final List<Integer> ALL = IntStream.range(0, 95).boxed().toList();

    @Test
    void walksAListWithoutGapOrRepetition() {
        List<Integer> seen = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            Page<Integer> page = page(PageRequest.of("numbers", "10", cursor));
            seen.addAll(page.items());
            cursor = page.nextCursor();
            pages++;
        } while (cursor != null);
        assertThat(seen).isEqualTo(ALL);
        assertThat(pages).isEqualTo(10);
    }

    @Test
    void keepsKeysWithAnyCharacters() {
        Cursor cursor = Cursor.of("events", "Zürich \"x\"", 7L, "");
        assertThat(PageRequest.of("events", null, cursor.text()).after()).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!!", "AAAAAAAA", "bm90IGEgY3Vyc29y"})
    void refusesACursorThatNobodyGave(String cursor) {
        Problem problem =
                catchThrowableOfType(Problem.class, () -> PageRequest.of("numbers", null, cursor));
        assertThat(problem.document()).containsEntry("field", "cursor");
        assertThat(problem.status()).isEqualTo(422);
    }

    @Test
    void refusesACursorThatHidesWhatNoTextHolds() {
        String forged = Cursor.of("venues", "A\u0000").text();
        assertThat(
                        catchThrowableOfType(
                                Problem.class, () -> PageRequest.of("venues", null, forged)))
                .isNotNull();
    }

    @Test
    void refusesACursorOfAnotherList() {
        String cursor = Cursor.of("events", 3).text();
        assertThat(
                        catchThrowableOfType(
                                Problem.class, () -> PageRequest.of("venues", null, cursor)))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "201", "99999999999", "1.5", "1e3", "abc", ""})
    void refusesALimitThatIsNoneByItsName(String limit) {
        Problem problem =
                catchThrowableOfType(Problem.class, () -> PageRequest.of("numbers", limit, null));
        assertThat(problem.document())
                .containsEntry("field", "limit")
                .containsEntry("allowed", "a whole number from 1 to 200");
    }

    private static Page<Integer> page(PageRequest request) {
        int from = request.after().map(c -> Integer.parseInt(c.keys().getFirst()) + 1).orElse(0);
        List<Integer> rows = ALL.stream().skip(from).limit(request.limitAndOne()).toList();
        return Page.of(rows, request.limit(), last -> Cursor.of("numbers", last));
    }
}
