package dev.ballast.drift;

import dev.ballast.policy.Tier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The backups of one tier at one time.
 *
 * @param schedule name of its Schedule
 * @param points restore points that exist
 * @param promised restore points that should exist by now: those that were due and have not expired
 * @param atRest restore points once the tier has filled
 * @param lastRun when its last Backup began, however it ended
 * @param lastGood when its newest good backup began
 * @param nextRun absent when it is paused, or never due
 */
public record TierHealth(
        Tier tier,
        String schedule,
        int points,
        int promised,
        int atRest,
        @Nullable Instant lastRun,
        @Nullable Instant lastGood,
        @Nullable Instant nextRun) {}
