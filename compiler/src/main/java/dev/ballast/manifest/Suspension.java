package dev.ballast.manifest;

import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import org.jspecify.annotations.Nullable;

/** Whether what a policy schedules is paused, by whichever operator runs it. */
final class Suspension {
    private Suspension() {}

    /** True and false are written out; absent leaves a pause by hand alone. An environment that suspends cannot be outvoted. */
    static @Nullable Boolean of(EnvironmentPlan environment, BackupPlan plan) {
        Boolean all = environment.environment().suspend();
        if (Boolean.TRUE.equals(all) || plan.terms().suspend() == null) {
            return all;
        }
        return plan.terms().suspend();
    }
}
