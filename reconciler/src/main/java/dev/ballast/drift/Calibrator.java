package dev.ballast.drift;

import dev.ballast.cost.Calibration;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.observed.ObservedUpload;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Volumes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Measures the data of a policy by what was uploaded of it: how much there is, and how much of it differs after so long. */
final class Calibrator {
    /** A pair of backups is a sample when so much of the data, in percent, was in both. */
    private static final long MOSTLY = 90;

    private final BackupPlan plan;
    private final Uploads uploads;
    private final List<ObservedBackup> good;

    /** @param backups of the policy */
    Calibrator(BackupPlan plan, List<ObservedBackup> backups, Uploads uploads) {
        this.plan = plan;
        this.uploads = uploads;
        this.good = backups.stream()
                .filter(backup -> backup.phase().isGood() && isComplete(uploads.of(backup.name())))
                .sorted(Comparator.comparing(ObservedBackup::begun).thenComparing(ObservedBackup::name))
                .toList();
    }

    private static boolean isComplete(List<ObservedUpload> uploads) {
        return !uploads.isEmpty() && uploads.stream().allMatch(upload -> upload.completed() != null);
    }

    /** What can be told; nothing when no backup uploaded anything. */
    Optional<Calibration.Measured> measure() {
        if (good.isEmpty()) {
            return Optional.empty();
        }
        ObservedBackup newest = good.get(good.size() - 1);
        List<ObservedUpload> last = uploads.of(newest.name());
        var byMethod = new TreeMap<String, Long>();
        last.forEach(upload -> byMethod.merge(word(upload.method()), upload.totalBytes(), Long::sum));
        return Optional.of(new Calibration.Measured(
                newest.begun(), uploadsAll(newest) ? total(last) : null, byMethod, deltas(total(last))));
    }

    private static String word(ObservedUpload.Method method) {
        return switch (method) {
            case FILE_SYSTEM -> Volumes.Method.FILE_SYSTEM.word();
            case SNAPSHOT_MOVE -> Volumes.Method.SNAPSHOT_MOVE.word();
        };
    }

    private static long total(List<ObservedUpload> uploads) {
        return uploads.stream().mapToLong(ObservedUpload::totalBytes).sum();
    }

    /** Whether nothing stays behind as a snapshot, so that the uploads are all of the data. */
    private boolean uploadsAll(ObservedBackup backup) {
        return plan.tiers().stream()
                .filter(tier -> TierRuns.isOf(tier, backup))
                .map(TierPlan::volumes)
                .anyMatch(volumes -> volumes.method() != null
                        && volumes.method() != Volumes.Method.SNAPSHOT
                        && volumes.rules().stream().noneMatch(rule -> rule.use().equals("snapshot")));
    }

    private SortedMap<Duration, Calibration.Sample> deltas(long data) {
        var samples = new TreeMap<Duration, List<Long>>();
        good.forEach(backup -> sample(backup, data, samples));
        var deltas = new TreeMap<Duration, Calibration.Sample>();
        samples.forEach((span, bytes) -> deltas.put(span, new Calibration.Sample(median(bytes), bytes.size())));
        return deltas;
    }

    /** What a backup added to the one before it, in proportion to the data as it is now. */
    private void sample(ObservedBackup backup, long data, Map<Duration, List<Long>> samples) {
        List<ObservedUpload> all = uploads.of(backup.name());
        var bySpan = new HashMap<Duration, List<ObservedUpload>>();
        all.forEach(upload -> span(upload)
                .ifPresent(span ->
                        bySpan.computeIfAbsent(span, s -> new ArrayList<>()).add(upload)));
        bySpan.forEach((span, some) -> {
            long part = total(some);
            if (part > 0 && part >= total(all) / 100.0 * MOSTLY) {
                long more = some.stream()
                        .mapToLong(upload -> Objects.requireNonNullElse(upload.incrementalBytes(), 0L))
                        .sum();
                samples.computeIfAbsent(span, s -> new ArrayList<>()).add(Math.round((double) more / part * data));
            }
        });
    }

    private Optional<Duration> span(ObservedUpload upload) {
        ObservedUpload before = uploads.before(upload);
        return before == null || upload.incrementalBytes() == null
                ? Optional.empty()
                : rounded(Duration.between(before.started(), upload.started()));
    }

    /** Runs begin a little late: to the hour below two days, and to the day from there on. Nothing for less than half an hour. */
    private static Optional<Duration> rounded(Duration span) {
        Duration unit = span.toDays() < 2 ? Duration.ofHours(1) : Duration.ofDays(1);
        long units = Math.round((double) span.toSeconds() / unit.toSeconds());
        return units == 0 ? Optional.empty() : Optional.of(unit.multipliedBy(units));
    }

    /** The lower one of two in the middle. */
    private static long median(List<Long> values) {
        return values.stream()
                .sorted()
                .skip((values.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
    }
}
