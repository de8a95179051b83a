package dev.ballast.observed;

import java.time.Instant;
import java.util.List;

/**
 * A velero.io/v1 DeleteBackupRequest: how Velero collects.
 *
 * @param phase {@code New}, {@code InProgress}, {@code Processed}; empty at first
 * @param errors why a processed one did not delete
 */
public record ObservedDeletion(String backup, Instant created, String phase, List<String> errors) {
    public ObservedDeletion {
        errors = List.copyOf(errors);
    }
}
