package dev.ballast.rules.schedule;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** A cron that no date satisfies: its next run is the zero time, which Velero takes as always due. */
final class Impossible implements Rule.OfTier {
    @Override
    public String id() {
        return "schedule.impossible";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(TierPlan tier, BackupPlan policy, EnvironmentPlan environment, Context context) {
        boolean always = WrittenTime.cron(policy, tier.tier()).isPresent()
                && WrittenTime.readings(tier, environment.velero().dialects()).values().stream()
                        .anyMatch(schedule -> schedule.next(context.at()).isEmpty());
        if (!always) {
            return List.of();
        }
        return List.of(at(
                        WrittenTime.place(policy, tier.tier()),
                        "`%s` is never due, which Velero takes as always due: it would make a backup every minute"
                                .formatted(tier.cron()))
                .help("name a day that exists, or remove the %s tier"
                        .formatted(tier.tier().word())));
    }
}
