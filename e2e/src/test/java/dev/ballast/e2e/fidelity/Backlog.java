package dev.ballast.e2e.fidelity;

import dev.ballast.forecast.Backups;
import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.TierForecast;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which runs a forecast has, in the form in which they are waited for.
 *
 * @param dues by tier, in a stretch of time
 * @param all of them, once each
 */
record Backlog(Map<String, TreeSet<Instant>> dues, TreeSet<Instant> all) {
    /** Runs due after {@code from} and up to {@code until}. */
    static Backlog of(Forecast forecast, Instant from, Instant until) {
        Map<String, TreeSet<Instant>> dues = new TreeMap<>();
        TreeSet<Instant> all = new TreeSet<>();
        for (TierForecast tier : forecast.tiers()) {
            TreeSet<Instant> ofTier = new TreeSet<>();
            Backups backups = tier.backups();
            for (int i = 0; i < backups.size(); i++) {
                Instant due = Instant.ofEpochSecond(backups.start(i));
                if (due.isAfter(from) && !due.isAfter(until)) {
                    ofTier.add(due);
                }
            }
            dues.put(tier.plan().tier().word(), ofTier);
            all.addAll(ofTier);
        }
        return new Backlog(dues, all);
    }

    /** How many runs of a tier there are up to a time. */
    int upTo(String tier, Instant time) {
        TreeSet<Instant> ofTier = dues.get(tier);
        return ofTier == null ? 0 : ofTier.headSet(time, true).size();
    }

    /** For what a backup was made: the last run of its tier that was due when it started; nothing if there was none. */
    @Nullable
    Instant due(RecordedBackup backup) {
        TreeSet<Instant> ofTier = dues.get(backup.tier());
        return ofTier == null ? null : ofTier.floor(backup.started());
    }

    /** How many tiers run at a time. */
    long at(Instant due) {
        return dues.values().stream().filter(ofTier -> ofTier.contains(due)).count();
    }
}
