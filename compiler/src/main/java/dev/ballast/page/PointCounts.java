package dev.ballast.page;

import dev.ballast.forecast.Backups;
import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.Outage;
import dev.ballast.forecast.TierForecast;
import dev.ballast.policy.PolicyTest.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How many restore points there will be, day by day, as a chart. */
final class PointCounts {
    private static final Duration LEAST = Duration.ofDays(92);
    /** What is seen of the steady state, so that it is seen to be steady. */
    private static final Duration AFTER = Duration.ofDays(45);

    private static final int MOST_COUNTS = 1200;

    private PointCounts() {}

    static PointsChart of(PolicyView policy, String id) {
        Forecast forecast = policy.forecast();
        Instant from = forecast.scenario().from();
        Duration shown = Duration.between(from, end(forecast));
        long days = Math.max(2, shown.toDays());
        var every = Duration.ofDays(1 + days / MOST_COUNTS);
        int size = (int) (days / every.toDays()) + 1;
        var layers = new ArrayList<PointsChart.Layer>();
        for (TierForecast tier : forecast.tiers()) {
            layers.add(layer(
                    tier.plan().tier().word(), TierStyle.of(tier.plan().tier()), tier.backups(), from, every, size));
        }
        if (forecast.others().size() > 0 || layers.isEmpty()) {
            layers.add(layer("of earlier tiers", TierStyle.OTHER, forecast.others(), from, every, size));
        }
        List<PointsChart.Shade> shades = forecast.scenario().outages().stream()
                .map(outage -> new PointsChart.Shade(outage.from(), outage.to(), words(outage.kind())))
                .toList();
        return new PointsChart(
                id,
                description(forecast),
                from,
                every,
                layers,
                forecast.restorePoints().steadyFrom(),
                shades);
    }

    static String words(Failure kind) {
        return switch (kind) {
            case RUNS_FAIL -> "runs fail";
            case VELERO_DOWN -> "Velero is down";
            case STORE_DOWN -> "the store is down";
        };
    }

    private static Instant end(Forecast forecast) {
        Instant end = forecast.scenario().from().plus(LEAST);
        Instant steady = forecast.restorePoints().steadyFrom();
        end = later(end, steady == null ? forecast.until() : steady.plus(AFTER));
        for (Outage outage : forecast.scenario().outages()) {
            end = later(end, outage.to().plus(AFTER));
        }
        return end.isAfter(forecast.until()) ? forecast.until() : end;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static PointsChart.Layer layer(
            String name, String style, Backups backups, Instant from, Duration every, int size) {
        List<Integer> counts = IntStream.range(0, size)
                .mapToObj(i -> backups.points(from.plus(every.multipliedBy(i)).getEpochSecond()))
                .toList();
        return new PointsChart.Layer(name, style, counts);
    }

    private static String description(Forecast forecast) {
        Instant steady = forecast.restorePoints().steadyFrom();
        return steady == null
                ? "It never becomes steady."
                : "It grows until %s, and stays at %s."
                        .formatted(
                                Format.date(steady),
                                Format.count(forecast.restorePoints().atRest(), "restore point"));
    }
}
