package dev.ballast.observed;

import dev.ballast.policy.Tier;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A velero.io/v1 Schedule.
 *
 * @param policy whose it is, by our label; absent for one of others
 * @param cron its text
 * @param paused whether it is paused, by whomever
 * @param phase {@code New}, {@code Enabled}, {@code FailedValidation}; empty before Velero has looked. Stale on a paused one
 * @param lastBackup when its last Backup was created
 * @param live the whole object
 */
public record ObservedSchedule(
        String name,
        Instant created,
        @Nullable String policy,
        @Nullable Tier tier,
        String cron,
        boolean paused,
        String phase,
        @Nullable Instant lastBackup,
        List<String> validationErrors,
        LiveObject live) {
    public ObservedSchedule {
        validationErrors = List.copyOf(validationErrors);
    }
}
