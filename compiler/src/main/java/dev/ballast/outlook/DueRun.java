package dev.ballast.outlook;

import dev.ballast.forecast.Backups;
import dev.ballast.forecast.TierForecast;
import dev.ballast.policy.Tier;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One run to come.
 *
 * @param backup name of the Backup if it starts on time, as Velero makes it from the Schedule and the time in UTC
 * @param good false when an outage spoils it
 */
public record DueRun(Instant time, Tier tier, String backup, Instant expires, boolean good) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    /** All runs in a stretch of time, in order; at one time the finest tier first. */
    static List<DueRun> between(List<TierForecast> tiers, Instant from, Instant toExclusive) {
        var runs = new ArrayList<DueRun>();
        for (TierForecast tier : tiers) {
            Backups backups = tier.backups();
            for (int i = 0; i < backups.size() && backups.start(i) < toExclusive.getEpochSecond(); i++) {
                if (!backups.existing(i) && backups.start(i) >= from.getEpochSecond()) {
                    runs.add(of(tier, i));
                }
            }
        }
        runs.sort(Comparator.comparing(DueRun::time).thenComparing(DueRun::tier));
        return List.copyOf(runs);
    }

    private static DueRun of(TierForecast tier, int i) {
        Backups backups = tier.backups();
        Instant time = Instant.ofEpochSecond(backups.start(i));
        return new DueRun(
                time,
                tier.plan().tier(),
                tier.plan().name() + "-" + STAMP.format(time),
                Instant.ofEpochSecond(backups.expires(i)),
                backups.good(i));
    }
}
