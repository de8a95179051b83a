package dev.ballast.trial;

import dev.ballast.forecast.Backups;
import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.TierForecast;
import dev.ballast.report.Ages;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The statement that every month can be gone back to: whenever a month ends, each whole month of the days that is within the look-back
 * promised without outages has a restore point. Months are those of UTC.
 */
final class Months {
    private static final String STATEMENT = "monthHasPoint";

    private final Scene scene;

    private Months(Scene scene) {
        this.scene = scene;
    }

    static Judged judge(Scene scene) {
        return new Months(scene).judged();
    }

    private Judged judged() {
        Optional<Duration> lookback = lookback();
        int months = 0;
        for (YearMonth last = month(scene.test().from()); !end(last).isAfter(scene.end()); last = last.plusMonths(1)) {
            Set<YearMonth> kept = kept(end(last));
            for (YearMonth month = last; isDue(month, end(last), lookback); month = month.minusMonths(1)) {
                months++;
                if (!kept.contains(month)) {
                    return new Judged(STATEMENT, "true", "none of " + month, missing(month, end(last)));
                }
            }
        }
        return months > 0
                ? new Judged(STATEMENT, "true", "every one", null)
                : new Judged(STATEMENT, "true", "no month to judge", nothing(lookback));
    }

    /** A test that can never fail would say nothing. */
    private Judged.Breach nothing(Optional<Duration> lookback) {
        String why = lookback.isPresent() && lookback.get().compareTo(Duration.ofDays(31)) < 0
                ? "the look-back is only %s, so that no whole month can be gone back to"
                        .formatted(Ages.text(lookback.get()))
                : "no whole month lies within the days";
        return new Judged.Breach(scene.end(), why, java.util.List.of());
    }

    private Judged.Breach missing(YearMonth month, Instant at) {
        Instant when = lost(month, at);
        return new Judged.Breach(
                when,
                "no restore point of %s is left on %s UTC; the last chance for one was lost on %s"
                        .formatted(month, Ages.clock(at), Ages.clock(when)),
                scene.around(when));
    }

    private boolean isDue(YearMonth month, Instant at, Optional<Duration> lookback) {
        Instant begin = begin(month);
        return !begin.isBefore(scene.test().from())
                && (lookback.isEmpty() || !begin.isBefore(at.minus(lookback.get())));
    }

    /** Empty when there is no bound. */
    private Optional<Duration> lookback() {
        Forecast calm = scene.calm();
        Duration guaranteed = calm.lookback().guaranteed();
        return calm.lookback().forever()
                ? Optional.empty()
                : Optional.of(guaranteed == null ? Duration.ZERO : guaranteed);
    }

    private Set<YearMonth> kept(Instant at) {
        var months = new HashSet<YearMonth>();
        for (TierForecast tier : scene.forecast().tiers()) {
            Backups backups = tier.backups();
            for (int i = 0; i < backups.size() && backups.start(i) <= at.getEpochSecond(); i++) {
                if (backups.good(i) && backups.expires(i) > at.getEpochSecond()) {
                    months.add(month(Instant.ofEpochSecond(backups.start(i))));
                }
            }
        }
        return months;
    }

    /** When the last point of a month expired; when there was none, its last run failed; else its end. */
    private Instant lost(YearMonth month, Instant at) {
        long expired = Long.MIN_VALUE;
        long failed = Long.MIN_VALUE;
        for (TierForecast tier : scene.forecast().tiers()) {
            Backups backups = tier.backups();
            for (int i = 0; i < backups.size(); i++) {
                boolean within = month(Instant.ofEpochSecond(backups.start(i))).equals(month);
                if (within && backups.good(i) && backups.expires(i) <= at.getEpochSecond()) {
                    expired = Math.max(expired, backups.expires(i));
                } else if (within) {
                    failed = Math.max(failed, backups.start(i));
                }
            }
        }
        long lost = expired > Long.MIN_VALUE ? expired : failed;
        return lost == Long.MIN_VALUE ? end(month) : Instant.ofEpochSecond(lost);
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(ZoneOffset.UTC));
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant end(YearMonth month) {
        return begin(month.plusMonths(1));
    }
}
