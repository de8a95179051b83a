package dev.ballast.observed;

import java.time.Instant;

/**
 * A snapshot.storage.k8s.io/v1 VolumeSnapshotContent that Velero labelled: a snapshot of one volume in the storage system. Velero deletes these
 * objects when a backup ends, and keeps the snapshots.
 *
 * @param backup the Backup that it was made for
 */
public record ObservedSnapshot(String name, String backup, Instant created) {}
