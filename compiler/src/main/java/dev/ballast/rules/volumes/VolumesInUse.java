package dev.ballast.rules.volumes;

import dev.ballast.policy.Volumes;
import dev.ballast.policy.Volumes.Method;

/** What the method of a tier and its rules come to. */
final class VolumesInUse {
    private VolumesInUse() {}

    /** Whether some volume may be snapshotted, whatever happens to the snapshot then. */
    static boolean snapshots(Volumes volumes) {
        return volumes.method() == Method.SNAPSHOT
                || volumes.method() == Method.SNAPSHOT_MOVE
                || usedByRule(volumes, "snapshot");
    }

    /** Whether some volume may be read file by file from a pod. */
    static boolean readsFiles(Volumes volumes) {
        return volumes.method() == Method.FILE_SYSTEM || usedByRule(volumes, "file-system");
    }

    private static boolean usedByRule(Volumes volumes, String use) {
        return volumes.rules().stream().anyMatch(rule -> rule.use().equals(use));
    }
}
