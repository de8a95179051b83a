package dev.ballast.forecast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * How many runs of all policies fall together in one cluster. Velero makes one backup at a time unless told otherwise
 * ({@code --concurrent-backups}), so runs that are due together wait for each other.
 *
 * @param runs in the time looked at
 * @param days of that time, at least 1
 * @param busiestDay most runs on one day of UTC
 * @param collisions minutes in which several runs are due, those with the most runs first, then by time
 */
public record ClusterLoad(long runs, int days, int busiestDay, List<Collision> collisions) {
    private static final long MINUTE = 60;
    private static final long DAY = 86_400;

    /**
     * A minute in which several runs are due.
     *
     * @param schedules names of the Schedules, sorted
     */
    public record Collision(Instant time, List<String> schedules) {
        public Collision {
            schedules = schedules.stream().sorted().toList();
        }
    }

    /** Runs and the mean of a day. */
    public double runsPerDay() {
        return (double) runs / days;
    }

    /**
     * Counts the runs of some policies of one cluster.
     *
     * @param from exclusive
     * @param days from 1
     */
    public static ClusterLoad of(List<Forecast> forecasts, Instant from, int days) {
        long begin = from.getEpochSecond();
        long end = begin + days * DAY;
        var minutes = new TreeMap<Long, List<String>>();
        var perDay = new TreeMap<Long, Integer>();
        for (Forecast forecast : forecasts) {
            for (TierForecast tier : forecast.tiers()) {
                Backups backups = tier.backups();
                for (int i = backups.begun(begin); i < backups.size() && backups.start(i) <= end; i++) {
                    long run = backups.start(i);
                    minutes.computeIfAbsent(Math.floorDiv(run, MINUTE), minute -> new ArrayList<>(1))
                            .add(tier.plan().name());
                    perDay.merge(Math.floorDiv(run, DAY), 1, Integer::sum);
                }
            }
        }
        List<Collision> collisions = minutes.entrySet().stream()
                .filter(minute -> minute.getValue().size() > 1)
                .map(minute -> new Collision(Instant.ofEpochSecond(minute.getKey() * MINUTE), minute.getValue()))
                .sorted(Comparator.comparingInt(
                                (Collision collision) -> -collision.schedules().size())
                        .thenComparing(Collision::time))
                .toList();
        return new ClusterLoad(
                perDay.values().stream().mapToLong(Integer::longValue).sum(),
                days,
                perDay.values().stream().mapToInt(Integer::intValue).max().orElse(0),
                collisions);
    }
}
