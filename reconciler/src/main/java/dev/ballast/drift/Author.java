package dev.ballast.drift;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a field last, by managedFields. A program, never a person: whose credentials it used stands in the audit log alone.
 *
 * @param manager for example {@code kubectl-edit}
 * @param operation {@code Apply} or {@code Update}
 * @param time absent when not recorded
 */
public record Author(
        String manager, String operation, @Nullable Instant time) {}
