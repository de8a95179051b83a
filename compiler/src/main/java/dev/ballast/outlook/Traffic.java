package dev.ballast.outlook;

import dev.ballast.forecast.ClusterLoad;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * All runs of one cluster, which Velero makes one after the other unless told otherwise.
 *
 * @param schedules how many Schedules run
 * @param rushes most Schedules first, then most often
 */
public record Traffic(int schedules, ClusterLoad load, List<Rush> rushes) {
    /** More tell nobody more. */
    private static final int MOST = 10;

    static Traffic of(int schedules, ClusterLoad load) {
        var minutes = new LinkedHashMap<List<String>, List<Instant>>();
        for (ClusterLoad.Collision collision : load.collisions()) {
            minutes.computeIfAbsent(collision.schedules(), first -> new ArrayList<>(1))
                    .add(collision.time());
        }
        List<Rush> rushes = minutes.entrySet().stream()
                .map(same -> new Rush(
                        same.getKey(), same.getValue().size(), same.getValue().get(0)))
                .sorted(Comparator.<Rush>comparingInt(rush -> -rush.schedules().size())
                        .thenComparingInt(rush -> -rush.times())
                        .thenComparing(Rush::next))
                .limit(MOST)
                .toList();
        return new Traffic(schedules, load, rushes);
    }

    /** Runs a day on the average, rounded to one decimal. */
    public String runsPerDay() {
        return BigDecimal.valueOf(load.runs())
                .divide(BigDecimal.valueOf(load.days()), 1, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
