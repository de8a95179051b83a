package dev.ballast.observed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A velero.io/v1 BackupStorageLocation.
 *
 * @param state what Velero's last check said; unknown before the first
 * @param message of that check, for people
 * @param readOnly whether {@code spec.accessMode} is {@code ReadOnly}: nothing is written or collected
 * @param checked when Velero last looked
 */
public record ObservedLocation(
        String name,
        State state,
        @Nullable String message,
        boolean readOnly,
        @Nullable Instant checked,
        LiveObject live) {
    /** What Velero says of a location. */
    public enum State {
        AVAILABLE,
        UNAVAILABLE,
        UNKNOWN
    }
}
