package dev.ballast.e2e.fidelity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one Backup.
 *
 * @param tier by its label
 * @param started by its status
 * @param expires by its status
 * @param phase in which it was last seen
 * @param collected when it was found gone; absent as long as it is there
 */
record RecordedBackup(
        String name,
        String tier,
        Instant started,
        Instant expires,
        String phase,
        @Nullable Instant collected) {
    boolean completed() {
        return phase.equals("Completed");
    }

    /** The same, found gone, unless it was before. */
    RecordedBackup goneAt(Instant time) {
        return collected == null ? new RecordedBackup(name, tier, started, expires, phase, time) : this;
    }
}
