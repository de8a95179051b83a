package dev.ballast.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one validation found; every format is made from this.
 *
 * @param files names of all inputs read, those without findings too
 * @param environment absent when no environment, or every one, was asked for
 * @param at the time that was taken as now
 */
public record Validation(
        Findings findings,
        Summary summary,
        List<String> files,
        @Nullable String environment,
        Instant at) {
    public Validation {
        files = List.copyOf(files);
    }
}
