package dev.ballast.cost;

import java.util.Arrays;

/**
 * The backups that share one set of blocks, whatever tier made them: when each begins and when its bytes are gone, epoch seconds,
 * ascending by begin. Arrays, since a fleet has millions of them; never changed after construction.
 */
final class Lineage {
    private static final int INDEX_BITS = 24;
    private static final long LATEST = 1L << 38;

    private final long[] starts;
    private final long[] gone;
    private final int[] members;
    private final int[] byGone;

    private Lineage(long[] starts, long[] gone, int[] members) {
        this.starts = starts;
        this.gone = gone;
        this.members = members;
        this.byGone = order(gone);
    }

    /** A row of backups, of one tier: ascending begins, and when each is gone. The arrays are taken as they are. */
    static final class Row {
        private final long[] starts;
        private final long[] gone;

        Row(long[] starts, long[] gone) {
            if (starts.length != gone.length) {
                throw new IllegalArgumentException("%d begins and %d ends".formatted(starts.length, gone.length));
            }
            this.starts = starts;
            this.gone = gone;
        }
    }

    /** Several rows as one, ascending by begin; backups that begin together stay in the order of the rows. */
    static Lineage of(Row... rows) {
        int size = Arrays.stream(rows).mapToInt(row -> row.starts.length).sum();
        var starts = new long[size];
        var gone = new long[size];
        var members = new int[size];
        var next = new int[rows.length];
        for (int i = 0; i < size; i++) {
            int from = earliest(rows, next);
            starts[i] = rows[from].starts[next[from]];
            gone[i] = Math.max(starts[i], Math.min(LATEST, rows[from].gone[next[from]]));
            members[i] = from;
            next[from]++;
        }
        return new Lineage(starts, gone, members);
    }

    private static int earliest(Row[] rows, int[] next) {
        int best = -1;
        for (int row = 0; row < rows.length; row++) {
            if (next[row] < rows[row].starts.length
                    && (best < 0 || rows[row].starts[next[row]] < rows[best].starts[next[best]])) {
                best = row;
            }
        }
        return best;
    }

    /** Indices in the order in which they go; those that go together in the order of their begins. */
    private static int[] order(long[] gone) {
        if (gone.length >= 1 << INDEX_BITS) {
            throw new IllegalArgumentException("too many backups: " + gone.length);
        }
        var keys = new long[gone.length];
        for (int i = 0; i < gone.length; i++) {
            keys[i] = (gone[i] << INDEX_BITS) | i;
        }
        Arrays.sort(keys);
        var order = new int[gone.length];
        for (int i = 0; i < gone.length; i++) {
            order[i] = (int) (keys[i] & ((1L << INDEX_BITS) - 1));
        }
        return order;
    }

    int size() {
        return starts.length;
    }

    long start(int backup) {
        return starts[backup];
    }

    long gone(int backup) {
        return gone[backup];
    }

    /** The index of the row that a backup came from. */
    int member(int backup) {
        return members[backup];
    }

    /** The backup that goes as the n-th. */
    int going(int n) {
        return byGone[n];
    }
}
