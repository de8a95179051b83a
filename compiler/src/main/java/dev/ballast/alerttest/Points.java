package dev.ballast.alerttest;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The samples of a series over time: what it says from when on.
 *
 * @param pieces by when they begin, the first at 0
 */
record Points(List<Piece> pieces) {
    /**
     * From a time on.
     *
     * @param value absent while there are no samples
     */
    record Piece(Duration from, @Nullable BigDecimal value) {}

    static Points of(long value) {
        return of(BigDecimal.valueOf(value));
    }

    static Points of(BigDecimal value) {
        return new Points(List.of(new Piece(Duration.ZERO, value)));
    }

    /** Not there from the beginning. */
    static Points none() {
        return new Points(List.of(new Piece(Duration.ZERO, null)));
    }

    /** The same until a time, then something else. */
    Points then(Duration from, long value) {
        return then(from, BigDecimal.valueOf(value));
    }

    Points then(Duration from, @Nullable BigDecimal value) {
        var more = new ArrayList<>(pieces);
        more.add(new Piece(from, value));
        return new Points(List.copyOf(more));
    }

    /** The same until a time from which on there are no samples. */
    Points gone(Duration from) {
        return then(from, (BigDecimal) null);
    }

    /** In promtool's notation, from 0 to the end. A series that goes is marked stale, as when its target goes. */
    String text(Duration step, Duration end) {
        var text = new StringJoiner(" ");
        for (int i = 0; i < pieces.size(); i++) {
            long from = pieces.get(i).from().dividedBy(step);
            long until = i + 1 < pieces.size() ? pieces.get(i + 1).from().dividedBy(step) : end.dividedBy(step) + 1;
            long count = until - from;
            BigDecimal value = pieces.get(i).value();
            if (count > 0 && value != null) {
                text.add("%s+0x%d".formatted(value.stripTrailingZeros().toPlainString(), count - 1));
            } else if (count > 0) {
                text.add(i == 0 ? "_x" + count : count == 1 ? "stale" : "stale _x" + (count - 1));
            }
        }
        return text.toString();
    }

    /** When it last changes. */
    Duration lastChange() {
        return Objects.requireNonNull(pieces.get(pieces.size() - 1)).from();
    }
}
