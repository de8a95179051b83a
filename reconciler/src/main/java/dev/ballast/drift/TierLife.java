package dev.ballast.drift;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Since when a tier is as it is: what was due before is not expected of it.
 *
 * @param since when its Schedule began to exist with its present times and TTL; runs are expected strictly later
 * @param pausedSince when it was paused; nothing is due from then on. Absent when it runs
 */
public record TierLife(Instant since, @Nullable Instant pausedSince) {}
