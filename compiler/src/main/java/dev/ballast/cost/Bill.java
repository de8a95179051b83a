package dev.ballast.cost;

import java.util.List;

/**
 * What a workload comes to in each window of its horizon.
 *
 * @param unknowns what has no number
 */
record Bill(Horizon horizon, List<Line> lines, List<Unknown> unknowns) {
    Bill {
        lines = List.copyOf(lines);
        unknowns = List.copyOf(unknowns);
    }

    /** Bytes stored in a window, of all lines that know them. */
    ByteRange stored(int window) {
        ByteRange sum = ByteRange.NONE;
        for (Line line : lines) {
            if (line.bytes() != null && line.stored()) {
                sum = sum.plus(line.bytes().get(window));
            }
        }
        return sum;
    }

    /** Money in a window, of all lines that know it. */
    MoneyRange monthly(int window) {
        MoneyRange sum = MoneyRange.NONE;
        for (Line line : lines) {
            if (line.monthly() != null) {
                sum = sum.plus(line.monthly().get(window));
            }
        }
        return sum;
    }

    /** Both at rest, as estimated. */
    Decomposition.Worth worth() {
        return new Decomposition.Worth(stored(0).estimate(), monthly(0).estimate());
    }
}
