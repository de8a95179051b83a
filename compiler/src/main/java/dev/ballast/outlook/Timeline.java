package dev.ballast.outlook;

import dev.ballast.forecast.Backups;
import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.TierForecast;
import dev.ballast.policy.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The restore points of a policy through a stretch of time.
 *
 * @param from of the first moment
 * @param to the end, not included
 * @param moments ascending, at least one
 */
public record Timeline(Instant from, Instant to, List<Moment> moments) {
    private record Change(
            long time, Moment.What what, @Nullable Tier tier, long start) {}

    /**
     * Walks through a forecast.
     *
     * @throws IllegalArgumentException when the stretch is empty or ends beyond what is simulated
     */
    public static Timeline of(Forecast forecast, Instant from, Instant to) {
        if (!from.isBefore(to) || to.isAfter(forecast.until())) {
            throw new IllegalArgumentException("no stretch of the forecast: %s to %s".formatted(from, to));
        }
        return new Timeline(from, to, new Walk(changes(forecast, to)).moments(from));
    }

    /** When a moment ends: at the next one, or with the timeline. */
    public Instant end(int moment) {
        return moment + 1 < moments.size() ? moments.get(moment + 1).time() : to;
    }

    private static List<Change> changes(Forecast forecast, Instant to) {
        var changes = new ArrayList<Change>();
        collect(forecast.others(), null, to.getEpochSecond(), changes);
        for (TierForecast tier : forecast.tiers()) {
            collect(tier.backups(), tier.plan().tier(), to.getEpochSecond(), changes);
        }
        changes.sort(Comparator.comparingLong(Change::time)
                .thenComparing(Change::what)
                .thenComparing(Change::tier, Comparator.nullsFirst(Comparator.naturalOrder())));
        return changes;
    }

    private static void collect(Backups backups, @Nullable Tier tier, long end, List<Change> changes) {
        for (int i = 0; i < backups.size() && backups.start(i) < end; i++) {
            long start = backups.start(i);
            if (!backups.good(i)) {
                changes.add(new Change(start, Moment.What.FAILED_RUN, tier, start));
                continue;
            }
            changes.add(new Change(start, Moment.What.RUN, tier, start));
            if (backups.expires(i) < end) {
                changes.add(new Change(backups.expires(i), Moment.What.EXPIRY, tier, start));
            }
        }
    }

    private static final class Walk {
        private final List<Change> changes;
        /** How many restore points there are by start. */
        private final TreeMap<Long, Integer> live = new TreeMap<>();

        private int next;
        private int points;

        Walk(List<Change> changes) {
            this.changes = changes;
        }

        List<Moment> moments(Instant from) {
            var moments = new ArrayList<Moment>();
            while (next < changes.size() && changes.get(next).time() < from.getEpochSecond()) {
                happen(changes.get(next++));
            }
            if (next == changes.size() || changes.get(next).time() > from.getEpochSecond()) {
                moments.add(moment(from, List.of()));
            }
            while (next < changes.size()) {
                long time = changes.get(next).time();
                var events = new ArrayList<Moment.Event>();
                while (next < changes.size() && changes.get(next).time() == time) {
                    Change change = changes.get(next++);
                    happen(change);
                    events.add(new Moment.Event(change.what(), change.tier()));
                }
                moments.add(moment(Instant.ofEpochSecond(time), List.copyOf(events)));
            }
            return List.copyOf(moments);
        }

        private void happen(Change change) {
            switch (change.what()) {
                case RUN -> {
                    live.merge(change.start(), 1, Integer::sum);
                    points++;
                }
                case EXPIRY -> {
                    live.compute(change.start(), (start, count) -> count == null || count == 1 ? null : count - 1);
                    points--;
                }
                case FAILED_RUN -> {}
            }
        }

        private Moment moment(Instant time, List<Moment.Event> events) {
            return new Moment(
                    time,
                    events,
                    points,
                    live.isEmpty() ? null : Instant.ofEpochSecond(live.firstKey()),
                    live.isEmpty() ? null : Instant.ofEpochSecond(live.lastKey()));
        }
    }
}
