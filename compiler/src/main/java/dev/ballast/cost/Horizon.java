package dev.ballast.cost;

import dev.ballast.forecast.Forecast;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The windows of time in which something is counted.
 *
 * @param rest the first year at rest, or the first year of all where nothing ever is
 * @param months the calendar months of UTC from the first to the first one at rest; the first begins with the forecast
 */
record Horizon(Window rest, List<Window> months) {
    /** What prices mean by a month: 730 hours. */
    static final long MONTH = 730 * 3600L;

    static final long YEAR = 365 * ChangeCurve.DAY;

    /** From inclusive, to exclusive, epoch seconds. */
    record Window(long from, long to) {
        Window {
            if (from >= to) {
                throw new IllegalArgumentException("no time between %d and %d".formatted(from, to));
            }
        }

        /** So many in this window, as so many in a month. */
        double perMonth(long count) {
            return (double) count * MONTH / (to - from);
        }

        YearMonth month() {
            return YearMonth.from(Instant.ofEpochSecond(from).atOffset(ZoneOffset.UTC));
        }
    }

    /**
     * The windows of a forecast.
     *
     * @param tail seconds by which bytes come to rest later than restore points do
     */
    static Horizon of(Forecast forecast, long tail) {
        long from = forecast.scenario().from().getEpochSecond();
        long until = forecast.until().getEpochSecond();
        Instant steady = forecast.restorePoints().steadyFrom();
        long restFrom = steady == null ? from : steady.getEpochSecond() + tail;
        long restTo = Math.max(restFrom + 1, Math.min(until, restFrom + YEAR));
        return new Horizon(new Window(restFrom, restTo), months(from, steady == null ? null : restFrom, until));
    }

    /** The same rest alone. */
    Horizon restOnly() {
        return new Horizon(rest, List.of());
    }

    private static List<Window> months(long from, @Nullable Long steady, long until) {
        YearMonth month = YearMonth.from(Instant.ofEpochSecond(from).atOffset(ZoneOffset.UTC));
        long last = steady == null ? from + YEAR : steady;
        var months = new ArrayList<Window>();
        long start = from;
        while (true) {
            month = month.plusMonths(1);
            long next = month.atDay(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
            if (next > until) {
                return List.copyOf(months);
            }
            months.add(new Window(start, next));
            if (start > last) {
                return List.copyOf(months);
            }
            start = next;
        }
    }

    /** All windows: the rest, then the months. */
    List<Window> windows() {
        return Stream.concat(Stream.of(rest), months.stream()).toList();
    }

    /** Every begin and end of a window, ascending, each once. */
    long[] bounds() {
        return windows().stream()
                .flatMapToLong(window -> LongStream.of(window.from, window.to))
                .sorted()
                .distinct()
                .toArray();
    }
}
