package dev.ballast.simulator;

import dev.ballast.observed.BackupPhase;
import java.util.LinkedHashMap;
import java.util.Map;

/** A bucket, which several clusters may write to. What it says of a backup was written when that ended and is never written again. */
public final class SimulatedBucket {
    private final Map<String, Stored> stored = new LinkedHashMap<>();
    private long version;

    void store(SimulatedBackup backup) {
        version++;
        stored.put(
                backup.name,
                new Stored(
                        backup.cluster,
                        backup.schedule,
                        backup.phase,
                        backup.started,
                        backup.completed,
                        backup.expires));
    }

    void delete(String name) {
        if (stored.remove(name) != null) {
            version++;
        }
    }

    Map<String, Stored> stored() {
        return stored;
    }

    boolean has(String name) {
        return stored.containsKey(name);
    }

    /** It rises with every change. */
    long version() {
        return version;
    }

    /** The file {@code velero-backup.json} of a backup. */
    record Stored(
            String cluster,
            SimulatedSchedule schedule,
            BackupPhase phase,
            long started,
            long completed,
            long expires) {}
}
