package dev.ballast.observed;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything in Velero's namespace that is judged, at one time.
 *
 * @param at when it was looked at
 * @param resourcePolicies ConfigMaps that carry our label
 * @param snapshotLocations VolumeSnapshotLocations
 * @param namespaces labels of every namespace by name; empty when not known
 */
public record Observed(
        Instant at,
        List<ObservedSchedule> schedules,
        List<ObservedBackup> backups,
        List<ObservedLocation> locations,
        List<LiveObject> snapshotLocations,
        List<LiveObject> resourcePolicies,
        List<ObservedUpload> uploads,
        List<ObservedSnapshot> snapshots,
        List<ObservedRepository> repositories,
        List<ObservedDeletion> deletions,
        Map<String, Map<String, String>> namespaces) {
    public Observed {
        schedules = List.copyOf(schedules);
        backups = List.copyOf(backups);
        locations = List.copyOf(locations);
        snapshotLocations = List.copyOf(snapshotLocations);
        resourcePolicies = List.copyOf(resourcePolicies);
        uploads = List.copyOf(uploads);
        snapshots = List.copyOf(snapshots);
        repositories = List.copyOf(repositories);
        deletions = List.copyOf(deletions);
        namespaces = Map.copyOf(namespaces);
    }
}
