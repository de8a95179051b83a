package dev.ballast.rules.schedule;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** A time that counts from the last backup, and so moves with every delay. */
final class EveryDrifts implements Rule.OfTier {
    @Override
    public String id() {
        return "schedule.every-drifts";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(TierPlan tier, BackupPlan policy, EnvironmentPlan environment, Context context) {
        if (!tier.calendar().isInterval()) {
            return List.of();
        }
        return List.of(at(
                        WrittenTime.place(policy, tier.tier()),
                        "`%s` counts from the start of the last backup: the time of day moves with every delay, and no time zone applies"
                                .formatted(tier.cron()))
                .help("give a time such as `02:00` to the daily tier or `every 6h` to the hourly one"));
    }
}
