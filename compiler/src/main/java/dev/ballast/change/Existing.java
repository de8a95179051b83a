package dev.ballast.change;

import dev.ballast.forecast.ExistingBackup;
import dev.ballast.policy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Backups of a policy that are in the cluster and have not expired. Velero stamps its expiry on each Backup when it is made: no change of a
 * policy lets one expire earlier or later, and one whose Schedule is gone stays as long.
 *
 * @param tier absent for those that say none
 * @param count how many, at least 1
 * @param good how many of them completed
 * @param oldest when the oldest began
 * @param expires when the last of them expires
 */
public record Existing(@Nullable Tier tier, int count, int good, Instant oldest, Instant expires) {

    /** Those of each policy at a time, finest tier first. */
    public static Map<String, List<Existing>> of(List<ExistingBackup> backups, Instant at) {
        var groups = new TreeMap<String, Map<Duration, List<ExistingBackup>>>();
        for (ExistingBackup backup : backups) {
            if (backup.policy() != null && backup.expires().isAfter(at)) {
                groups.computeIfAbsent(backup.policy(), policy -> new TreeMap<>())
                        .computeIfAbsent(period(backup.tier()), tier -> new ArrayList<>())
                        .add(backup);
            }
        }
        var existing = new TreeMap<String, List<Existing>>();
        groups.forEach((policy, tiers) -> existing.put(
                policy, tiers.values().stream().map(Existing::group).toList()));
        return existing;
    }

    /** Sorts the finest first, and what is of no tier last. */
    private static Duration period(@Nullable Tier tier) {
        return tier == null ? Duration.ofSeconds(Long.MAX_VALUE) : tier.period();
    }

    private static Existing group(List<ExistingBackup> backups) {
        return new Existing(
                backups.get(0).tier(),
                backups.size(),
                (int) backups.stream().filter(ExistingBackup::good).count(),
                backups.stream()
                        .map(ExistingBackup::start)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                backups.stream()
                        .map(ExistingBackup::expires)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }
}
