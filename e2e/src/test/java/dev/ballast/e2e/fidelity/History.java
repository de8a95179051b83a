package dev.ballast.e2e.fidelity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/**
 * What Velero did with a policy.
 *
 * @param from when the Schedules were made
 * @param until when the last look was taken
 * @param backups by start, then by name
 * @param counts of restore points that were there, by the time at which they were counted
 * @param vain what was waited for and did not happen
 */
record History(
        Instant from,
        Instant until,
        List<RecordedBackup> backups,
        SortedMap<Instant, Integer> counts,
        List<String> vain) {
    History {
        List<RecordedBackup> sorted = new ArrayList<>(backups);
        sorted.sort(Comparator.comparing(RecordedBackup::started).thenComparing(RecordedBackup::name));
        backups = List.copyOf(sorted);
        vain = List.copyOf(vain);
    }

    List<RecordedBackup> of(String tier) {
        return backups.stream().filter(backup -> backup.tier().equals(tier)).toList();
    }

    long collections() {
        return backups.stream().filter(backup -> backup.collected() != null).count();
    }

    /** Names of the Backups that were there at the end, sorted. */
    List<String> left() {
        return backups.stream()
                .filter(backup -> backup.collected() == null)
                .map(RecordedBackup::name)
                .sorted()
                .toList();
    }
}
