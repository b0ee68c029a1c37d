package dev.cavea.ledger.core.internal.best;

import dev.cavea.ledger.core.internal.state.Floor;
import java.util.Arrays;

/**
 * Blocks one behind another: one in each of two or more consecutive rows of a section, as equal in
 * size as possible, each overlapping the one in front. The layout says how the rows line up; where
 * it does not, they are assumed to be centred. The fewest rows win, then the highest sum of
 * qualities; behind a front block the best block is always taken, and among equals the one that
 * overlaps most.
 */
final class RowsBehind {

    private static final int MAX_DEPTH = 10;
    private static final int UNFIT = -1;

    private final Want want;
    private final Floor floor;
    private int bestScore = UNFIT;
    private int[] best = {};

    private RowsBehind(Want want) {
        this.want = want;
        floor = want.floor;
    }

    /** The seats, or none. */
    static int[] find(Want want, int count) {
        int rows = want.floor.rowCount();
        for (int depth = 2; depth <= Math.min(count, MAX_DEPTH); depth++) {
            RowsBehind search = new RowsBehind(want);
            for (int i = 0; i < rows; i++) {
                search.tryFrom((want.startIn(rows) + i) % rows, sizes(count, depth));
            }
            if (search.best.length > 0) {
                return search.best;
            }
        }
        return new int[0];
    }

    private static int[] sizes(int count, int depth) {
        int[] sizes = new int[depth];
        for (int i = 0; i < depth; i++) {
            sizes[i] = count / depth + (i < count % depth ? 1 : 0);
        }
        return sizes;
    }

    /** The larger blocks in front, or behind. */
    private void tryFrom(int row, int[] sizes) {
        if (!standBehindEachOther(row, sizes.length)) {
            return;
        }
        tryShape(row, sizes);
        if (sizes[0] != sizes[sizes.length - 1]) {
            int[] reversed = new int[sizes.length];
            Arrays.setAll(reversed, i -> sizes[sizes.length - 1 - i]);
            tryShape(row, reversed);
        }
    }

    private boolean standBehindEachOther(int row, int depth) {
        if (row + depth > floor.rowCount()) {
            return false;
        }
        for (int next = row + 1; next < row + depth; next++) {
            if (!floor.isBehindRowBefore(next)) {
                return false;
            }
        }
        return true;
    }

    private void tryShape(int row, int[] sizes) {
        int bound = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (!want.mayFit(row + i, sizes[i])) {
                return;
            }
            bound += want.bound(row + i, sizes[i]);
        }
        if (bound <= bestScore) {
            return;
        }
        int[][] scores = new int[sizes.length][];
        for (int i = 0; i < sizes.length; i++) {
            scores[i] = scores(row + i, sizes[i]);
        }
        for (int front = 0; front < scores[0].length; front++) {
            if (scores[0][front] != UNFIT) {
                tryFront(row, sizes, scores, front);
            }
        }
    }

    /** For each block of the row, by its first seat: its score, or that it will not do. */
    private int[] scores(int row, int size) {
        int start = floor.rowStart(row);
        int[] scores = new int[floor.rowEnd(row) - start - size + 1];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = score(start + i, start + i + size - 1);
        }
        return scores;
    }

    private int score(int first, int last) {
        int score = 0;
        for (int seat = first; seat <= last; seat++) {
            if (!want.takes(seat) || (seat > first && floor.startsRun(seat))) {
                return UNFIT;
            }
            score += floor.quality(seat);
        }
        return want.leavesOrphan(first, last) ? UNFIT : score;
    }

    private void tryFront(int row, int[] sizes, int[][] scores, int front) {
        int[] chain = new int[sizes.length];
        chain[0] = front;
        int sum = scores[0][front];
        for (int i = 1; i < sizes.length; i++) {
            chain[i] = bestBehind(row + i, sizes, scores[i], chain, i);
            if (chain[i] == UNFIT) {
                return;
            }
            sum += scores[i][chain[i]];
        }
        if (sum > bestScore) {
            bestScore = sum;
            best = seats(row, sizes, chain);
        }
    }

    private int bestBehind(int row, int[] sizes, int[] scores, int[] chain, int i) {
        int frontLeft = 2 * chain[i - 1] - floor.meetsNext(row - 1);
        int frontRight = frontLeft + 2 * (sizes[i - 1] - 1);
        int found = UNFIT;
        int foundOverlap = -1;
        for (int at = 0; at < scores.length; at++) {
            int left = 2 * at - floor.meetsBefore(row);
            int right = left + 2 * (sizes[i] - 1);
            int overlap = Math.min(right, frontRight) - Math.max(left, frontLeft);
            if (scores[at] == UNFIT || overlap < 0) {
                continue;
            }
            int bestSoFar = found == UNFIT ? UNFIT : scores[found];
            if (scores[at] > bestSoFar || (scores[at] == bestSoFar && overlap > foundOverlap)) {
                found = at;
                foundOverlap = overlap;
            }
        }
        return found;
    }

    private int[] seats(int row, int[] sizes, int[] chain) {
        int[] seats = new int[Arrays.stream(sizes).sum()];
        int filled = 0;
        for (int i = 0; i < sizes.length; i++) {
            int first = floor.rowStart(row + i) + chain[i];
            for (int k = 0; k < sizes[i]; k++) {
                seats[filled++] = first + k;
            }
        }
        return seats;
    }
}
