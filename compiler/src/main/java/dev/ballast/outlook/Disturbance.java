package dev.ballast.outlook;

import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.Outage;
import dev.ballast.forecast.TierForecast;
import dev.ballast.policy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What outages do to one policy.
 *
 * @param lost good backups fewer than without the outages, by tier; only tiers that lose some
 * @param lowest the fewest restore points from the first outage on, within a year
 * @param lowestAt when they are first so few
 * @param otherwise the restore points at that instant without the outages
 * @param stalest how old the newest restore point gets; absent when there is none at some time
 * @param stalestAt when it is so old: just before the next good run
 * @param noneFrom when there is first no restore point, though there was one or would be one; absent when there always is one
 * @param differsUntil when the last difference is gone; absent when nothing differs, or when it is beyond what is simulated
 */
public record Disturbance(
        Map<Tier, Integer> lost,
        int lowest,
        Instant lowestAt,
        int otherwise,
        @Nullable Duration stalest,
        @Nullable Instant stalestAt,
        @Nullable Instant noneFrom,
        @Nullable Instant differsUntil) {

    private static final Duration WATCHED = Duration.ofDays(365);

    static Disturbance of(Forecast forecast, Forecast calm) {
        Instant first = forecast.scenario().outages().stream()
                .map(Outage::from)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant begin =
                first.isBefore(forecast.scenario().from()) ? forecast.scenario().from() : first;
        Instant until = forecast.until().isBefore(calm.until()) ? forecast.until() : calm.until();
        if (!begin.isBefore(until)) {
            return untouched(calm, until);
        }
        Timeline timeline = Timeline.of(forecast, begin, until);
        Instant watched = begin.plus(WATCHED);
        Moment lowest = timeline.moments().stream()
                .filter(moment -> moment.time().isBefore(watched))
                .min(Comparator.comparingInt(Moment::points))
                .orElseThrow();
        int stalest = stalest(timeline, watched);
        Optional<Moment> none = timeline.moments().stream()
                .filter(moment -> moment.points() == 0 && calm.points(moment.time()) > 0)
                .findFirst();
        Instant end = timeline.end(stalest);
        return new Disturbance(
                lost(forecast, calm, until),
                lowest.points(),
                lowest.time(),
                calm.points(lowest.time()),
                none.isPresent()
                        ? null
                        : timeline.moments().get(stalest).newestAge(end).orElse(null),
                none.isPresent() ? null : end,
                none.map(Moment::time).orElse(null),
                differsUntil(timeline, Timeline.of(calm, begin, until)));
    }

    private static Disturbance untouched(Forecast calm, Instant until) {
        int points = calm.points(until);
        return new Disturbance(Map.of(), points, until, points, null, null, null, null);
    }

    private static int stalest(Timeline timeline, Instant watched) {
        int stalest = 0;
        Duration age = Duration.ZERO;
        for (int i = 0;
                i < timeline.moments().size()
                        && timeline.moments().get(i).time().isBefore(watched);
                i++) {
            Duration here = timeline.moments().get(i).newestAge(timeline.end(i)).orElse(Duration.ZERO);
            if (here.compareTo(age) > 0) {
                stalest = i;
                age = here;
            }
        }
        return stalest;
    }

    private static Map<Tier, Integer> lost(Forecast forecast, Forecast calm, Instant until) {
        var lost = new EnumMap<Tier, Integer>(Tier.class);
        for (TierForecast tier : calm.tiers()) {
            lost.merge(tier.plan().tier(), good(tier, until), Integer::sum);
        }
        for (TierForecast tier : forecast.tiers()) {
            lost.merge(tier.plan().tier(), -good(tier, until), Integer::sum);
        }
        lost.values().removeIf(count -> count <= 0);
        return lost;
    }

    private static int good(TierForecast tier, Instant until) {
        int good = 0;
        for (int i = 0; i < tier.backups().size() && tier.backups().start(i) < until.getEpochSecond(); i++) {
            good += tier.backups().good(i) ? 1 : 0;
        }
        return good;
    }

    /** Walks through both at once; what counts is which points there are, and the oldest, the newest and the number say it well enough. */
    private static @Nullable Instant differsUntil(Timeline timeline, Timeline calm) {
        Instant last = null;
        int other = 0;
        boolean same = true;
        for (int i = 0; i < timeline.moments().size(); i++) {
            Moment moment = timeline.moments().get(i);
            while (other + 1 < calm.moments().size()
                    && !calm.moments().get(other + 1).time().isAfter(moment.time())) {
                other++;
            }
            boolean equal = calm.moments().get(other).points() == moment.points();
            if (equal && !same) {
                last = moment.time();
            }
            same = equal;
        }
        return same ? last : null;
    }
}
