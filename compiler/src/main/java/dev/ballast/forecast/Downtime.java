package dev.ballast.forecast;

import dev.ballast.policy.PolicyTest.Failure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The times in which some kinds of outage hold, joined where they meet; in seconds since 1970, beginnings inclusive, ends exclusive. */
final class Downtime {
    private final long[] from;
    private final long[] to;

    private Downtime(List<long[]> spans) {
        from = spans.stream().mapToLong(span -> span[0]).toArray();
        to = spans.stream().mapToLong(span -> span[1]).toArray();
    }

    static Downtime of(List<Outage> outages, Set<Failure> kinds) {
        var spans = new ArrayList<long[]>();
        outages.stream()
                .filter(outage -> kinds.contains(outage.kind()))
                .sorted(Comparator.comparing(Outage::from))
                .forEach(outage ->
                        join(spans, outage.from().getEpochSecond(), outage.to().getEpochSecond()));
        return new Downtime(spans);
    }

    private static void join(List<long[]> spans, long from, long to) {
        long[] last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
        if (last != null && from <= last[1]) {
            last[1] = Math.max(last[1], to);
        } else {
            spans.add(new long[] {from, to});
        }
    }

    boolean holds(long time) {
        return end(time) != time;
    }

    /** When it is over, for a time in it; the time itself for any other. */
    long end(long time) {
        for (int i = 0; i < from.length && from[i] <= time; i++) {
            if (time < to[i]) {
                return to[i];
            }
        }
        return time;
    }

    /** The end of the last downtime that begins at or before one time and ends after an earlier one; the earlier one when there is none. */
    long endOfAny(long after, long until) {
        long end = after;
        for (int i = 0; i < from.length && from[i] <= until; i++) {
            end = Math.max(end, to[i]);
        }
        return end;
    }
}
