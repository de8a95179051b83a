package dev.ballast.cost;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How much of some data differs after so many days, as a share of the data from 0 to 1. It never falls, and it grows ever slower
 * (concave): otherwise deleting a backup could make a store fuller.
 */
public sealed interface ChangeCurve {
    /** Seconds of a day. */
    long DAY = 86_400;

    /** The share that differs after so many days, from 0 to 1. */
    double share(double days);

    /** The least that any curve through the same known points can be. For gaps shorter than the first point: in proportion to it. */
    ChangeCurve least();

    /** The most that any curve through the same known points can be. For gaps shorter than the first point: in proportion to it. */
    ChangeCurve most();

    /**
     * Bytes of some data that differ.
     *
     * @param size bytes, from 0
     * @param seconds apart, from 0
     */
    default long bytes(long size, long seconds) {
        return Math.round(size * share((double) seconds / DAY));
    }

    /** The curve of a share rewritten a day, of which only the part within reach is ever written. A reach below the change counts as it. */
    static ChangeCurve of(BigDecimal change, BigDecimal reach) {
        double daily = Math.min(1, change.doubleValue());
        return new Reach(daily, Math.min(1, Math.max(daily, reach.doubleValue())));
    }

    /**
     * The curve through measured differences.
     *
     * @param deltas bytes by span
     * @param data bytes of the whole, positive
     */
    static ChangeCurve of(Map<Duration, Long> deltas, long data) {
        return new Through(deltas.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> new Point((double) e.getKey().toSeconds() / DAY, Math.min(1, (double) e.getValue() / data)))
                .toList());
    }

    /** A known point of a curve: days from more than 0, share from 0 to 1. */
    record Point(double days, double share) {
        double slopeTo(Point later) {
            return (later.share - share) / (later.days - days);
        }
    }

    /**
     * Random writes within a hot part: {@code reach × (1 − (1 − change/reach)^days)}.
     *
     * @param change share rewritten in a day
     * @param reach share that writes ever touch, at least the change
     */
    record Reach(double change, double reach) implements ChangeCurve {
        public Reach {
            if (!(change >= 0 && change <= reach && reach <= 1)) {
                throw new IllegalArgumentException("not 0 <= %s <= %s <= 1".formatted(change, reach));
            }
        }

        @Override
        public double share(double days) {
            return reach == 0 ? 0 : reach * (1 - Math.pow(1 - change / reach, days));
        }

        @Override
        public ChangeCurve least() {
            return new Least(List.of(new Point(1, change)));
        }

        @Override
        public ChangeCurve most() {
            return new Most(List.of(new Point(1, change)));
        }
    }

    /** Straight lines through known points, going on beyond the last with the last slope, at most to the whole. */
    record Through(List<Point> points) implements ChangeCurve {
        public Through {
            points = checked(points);
        }

        @Override
        public double share(double days) {
            return Math.min(1, line(points, days, true));
        }

        @Override
        public ChangeCurve least() {
            return new Least(points);
        }

        @Override
        public ChangeCurve most() {
            return new Most(points);
        }
    }

    /** The lower bound: straight lines through known points, and nothing more beyond the last, since the same blocks may be written again. */
    record Least(List<Point> points) implements ChangeCurve {
        public Least {
            points = checked(points);
        }

        @Override
        public double share(double days) {
            return line(points, days, false);
        }

        @Override
        public ChangeCurve least() {
            return this;
        }

        @Override
        public ChangeCurve most() {
            return new Most(points);
        }
    }

    /** The upper bound: between two points every line goes on as steeply as a concave curve can, at most to the next point. */
    record Most(List<Point> points) implements ChangeCurve {
        public Most {
            points = checked(points);
        }

        @Override
        public double share(double days) {
            int next = after(points, days);
            if (next == 0) {
                return line(points, days, true);
            }
            Point left = points.get(next - 1);
            Point before = next == 1 ? new Point(0, 0) : points.get(next - 2);
            double fromLeft = left.share + before.slopeTo(left) * (days - left.days);
            if (next == points.size()) {
                return Math.min(1, fromLeft);
            }
            Point right = points.get(next);
            double fromRight = next + 1 < points.size()
                    ? right.share - right.slopeTo(points.get(next + 1)) * (right.days - days)
                    : right.share;
            return Math.min(Math.min(fromLeft, fromRight), right.share);
        }

        @Override
        public ChangeCurve least() {
            return new Least(points);
        }

        @Override
        public ChangeCurve most() {
            return this;
        }
    }

    private static List<Point> checked(List<Point> points) {
        if (points.isEmpty()
                || !IntStream.range(1, points.size()).allMatch(i -> points.get(i - 1).days < points.get(i).days)) {
            throw new IllegalArgumentException("at least one point, in ascending order: " + points);
        }
        return List.copyOf(points);
    }

    /** Index of the first point beyond; the number of points where there is none. */
    private static int after(List<Point> points, double days) {
        int next = 0;
        while (next < points.size() && points.get(next).days < days) {
            next++;
        }
        return next;
    }

    private static double line(List<Point> points, double days, boolean goesOn) {
        int next = after(points, days);
        int last = points.size() - 1;
        if (next > last && !goesOn) {
            return points.get(last).share;
        }
        int to = Math.min(next, last);
        Point right = points.get(to);
        Point left = to == 0 ? new Point(0, 0) : points.get(to - 1);
        return right.share + left.slopeTo(right) * (days - right.days);
    }
}
