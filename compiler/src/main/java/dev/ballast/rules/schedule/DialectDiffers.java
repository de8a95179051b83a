package dev.ballast.rules.schedule;

import dev.ballast.calendar.CronComparison;
import dev.ballast.calendar.CronComparison.Meaning;
import dev.ballast.calendar.CronDialect;
import dev.ballast.calendar.CronSchedule;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import dev.ballast.velero.VeleroVersion;
import java.util.List;
import java.util.Map;

/** A cron that one Velero of the declared range, or of the next upgrade, reads differently from another. */
final class DialectDiffers implements Rule.OfTier {
    @Override
    public String id() {
        return "schedule.dialect-differs";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(TierPlan tier, BackupPlan policy, EnvironmentPlan environment, Context context) {
        if (WrittenTime.cron(policy, tier.tier()).isEmpty()) {
            return List.of();
        }
        Map<CronDialect, VeleroVersion> dialects = WrittenTime.dialects(environment);
        CronDialect first = tier.calendar().dialect();
        for (Map.Entry<CronDialect, VeleroVersion> other : dialects.entrySet()) {
            CronComparison comparison = DialectComparison.of(tier.cron(), first, other.getKey(), context.at());
            if (comparison instanceof CronComparison.Differs differs) {
                String message = "`%s` is not the same for every Velero: %s %s; %s %s"
                        .formatted(
                                tier.cron(),
                                dialects.get(first),
                                shown(differs.first(), tier.calendar()),
                                other.getValue(),
                                shown(differs.second(), tier.calendar()));
                return List.of(at(WrittenTime.place(policy, tier.tier()), message)
                        .help("write a time such as `02:00`, or a cron that all of them read alike"));
            }
        }
        return List.of();
    }

    private static String shown(Meaning meaning, CronSchedule calendar) {
        if (meaning instanceof Meaning.Refusal refusal) {
            return "refuses it and makes no backups (%s)"
                    .formatted(refusal.refused().message());
        }
        return "runs it " + Dates.list(((Meaning.Runs) meaning).dates(), calendar.zone());
    }
}
