package dev.cavea.ledger.core.internal.best;

import dev.cavea.ledger.core.internal.state.Floor;

/**
 * The best block: seats side by side with the highest sum of qualities. Among equals the first one
 * found, starting at the want's row and wrapping around. Rows that cannot do better are not looked
 * at.
 */
final class BlockSearch {

    static final int NOT_FOUND = -1;

    private final Want want;
    private final Floor floor;
    private final int size;
    private int bestScore = -1;
    private int bestFirst = NOT_FOUND;

    private BlockSearch(Want want, int size) {
        this.want = want;
        this.size = size;
        floor = want.floor;
    }

    /** First seat of the best block of this size that leaves no orphan, or {@link #NOT_FOUND}. */
    static int find(Want want, int size) {
        BlockSearch search = new BlockSearch(want, size);
        int rows = want.floor.rowCount();
        int start = rows == 0 ? 0 : want.startIn(rows);
        for (int i = 0; i < rows; i++) {
            int row = start + i < rows ? start + i : start + i - rows;
            if (want.mayFit(row, size) && want.bound(row, size) > search.bestScore) {
                search.look(row);
            }
        }
        return search.bestFirst;
    }

    private void look(int row) {
        int run = 0;
        int score = 0;
        for (int seat = floor.rowStart(row), end = floor.rowEnd(row); seat < end; seat++) {
            if (!want.takes(seat)) {
                run = 0;
                score = 0;
                continue;
            }
            if (floor.startsRun(seat)) {
                run = 0;
                score = 0;
            }
            score += floor.quality(seat);
            if (++run > size) {
                score -= floor.quality(seat - size);
            }
            if (run >= size && score > bestScore) {
                offer(seat - size + 1, seat, score);
            }
        }
    }

    private void offer(int first, int last, int score) {
        if (!want.leavesOrphan(first, last)) {
            bestScore = score;
            bestFirst = first;
        }
    }
}
