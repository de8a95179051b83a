package dev.ballast.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * What lies in one lineage at one time, or what should.
 *
 * @param points begins of the backups that hold bytes, epoch seconds
 * @param size bytes of the data
 * @param factor bytes paid for per byte stored: copies, overhead, compression; positive
 */
public record StoreState(Points points, long size, ChangeCurve curve, BigDecimal factor, Tariff tariff) {

    /** Begins of some backups, epoch seconds, ascending and each once. */
    public record Points(List<Long> starts) {
        public Points {
            starts = starts.stream().distinct().sorted().toList();
        }

        /** Some begins. */
        public static Points of(long... starts) {
            return new Points(LongStream.of(starts).boxed().toList());
        }

        Points without(Points others) {
            return new Points(starts.stream()
                    .filter(start -> !others.starts.contains(start))
                    .toList());
        }

        Points with(Points others) {
            var all = new ArrayList<>(starts);
            all.addAll(others.starts);
            return new Points(all);
        }
    }

    /**
     * How the backups that are there differ from those that should be.
     *
     * @param missing should be there and are not
     * @param overdue should be gone
     * @param unmanaged asked for by nobody
     * @param orphaned without a backup
     */
    public record Differences(Points missing, Points overdue, Points unmanaged, Points orphaned) {}

    /** Bytes stored: the whole once, and what changed between each pair of neighbours. */
    public long stored() {
        List<Long> starts = points.starts();
        long bytes = starts.isEmpty() ? 0 : size;
        for (int i = 1; i < starts.size(); i++) {
            bytes += curve.bytes(size, starts.get(i) - starts.get(i - 1));
        }
        return bytes;
    }

    /** Bytes paid for, and their price. */
    public Decomposition.Worth worth() {
        long billed = new BigDecimal(stored())
                .multiply(factor)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return new Decomposition.Worth(billed, tariff.monthly(billed));
    }

    /**
     * Why the actual state costs more or less than the expected one.
     *
     * @param actual its points are not looked at: they follow from the differences
     * @param oldPrice what the actual place cost in the book of the expected state
     * @param measured bytes paid for that were measured, where they were
     */
    public static Decomposition compare(
            StoreState expected, Differences differences, StoreState actual, Tariff oldPrice, OptionalLong measured) {
        var walk = new Walk(expected);
        walk.points(Cause.Kind.MISSING, expected.points.without(differences.missing));
        walk.points(Cause.Kind.OVERDUE, walk.now.points.with(differences.overdue));
        walk.points(Cause.Kind.UNMANAGED, walk.now.points.with(differences.unmanaged));
        walk.points(Cause.Kind.ORPHANED, walk.now.points.with(differences.orphaned));
        Points points = walk.now.points;
        walk.to(Cause.Kind.SIZE, new StoreState(points, actual.size, expected.curve, expected.factor, expected.tariff));
        walk.to(Cause.Kind.CHANGE, new StoreState(points, actual.size, actual.curve, expected.factor, expected.tariff));
        walk.to(Cause.Kind.PLACE, new StoreState(points, actual.size, actual.curve, actual.factor, oldPrice));
        walk.to(Cause.Kind.PRICE, new StoreState(points, actual.size, actual.curve, actual.factor, actual.tariff));
        measured.ifPresent(bytes -> walk.steps.add(new Decomposition.Step(
                Cause.Kind.UNEXPLAINED, new Decomposition.Worth(bytes, actual.tariff.monthly(bytes)))));
        return Decomposition.of(expected.worth(), walk.steps);
    }

    private static final class Walk {
        private final List<Decomposition.Step> steps = new ArrayList<>();
        private StoreState now;

        Walk(StoreState from) {
            this.now = from;
        }

        void points(Cause.Kind kind, Points points) {
            to(kind, new StoreState(points, now.size, now.curve, now.factor, now.tariff));
        }

        void to(Cause.Kind kind, StoreState state) {
            now = state;
            steps.add(new Decomposition.Step(kind, state.worth()));
        }
    }
}
