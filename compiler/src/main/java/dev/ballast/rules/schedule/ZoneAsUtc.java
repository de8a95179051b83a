package dev.ballast.rules.schedule;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import dev.ballast.velero.VeleroFeature;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Local times for a Velero that knows no time zones. */
final class ZoneAsUtc implements Rule.OfPolicy {
    @Override
    public String id() {
        return "schedule.zone-as-utc";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        if (environment.velero().has(VeleroFeature.CRON_ZONE)) {
            return List.of();
        }
        var found = new ArrayList<Diagnostic>();
        var moved = new ArrayList<String>();
        for (TierPlan tier : policy.tiers()) {
            if (!tier.zone().equals(ZoneOffset.UTC) && !tier.calendar().isInterval()) {
                if (WrittenTime.cron(policy, tier.tier()).isPresent()) {
                    found.add(cronInUtc(tier, policy, environment));
                } else if (isOffInSummer(tier, context)) {
                    moved.add("%s `%s`".formatted(tier.tier().word(), tier.cron()));
                }
            }
        }
        if (!moved.isEmpty()) {
            found.add(at(
                            policy.place("/schedule/timezone"),
                            "Velero %s knows no time zones: the times are written in UTC (%s) and are off while `%s` has summer time"
                                    .formatted(
                                            environment.velero(),
                                            String.join(", ", moved),
                                            policy.terms().schedule().timezone()))
                    .help("give the times in UTC, or run Velero %s or newer"
                            .formatted(VeleroFeature.CRON_ZONE.since())));
        }
        return found;
    }

    private Diagnostic cronInUtc(TierPlan tier, BackupPlan policy, EnvironmentPlan environment) {
        return at(
                        WrittenTime.place(policy, tier.tier()),
                        "Velero %s knows no time zones and runs `%s` on the clock of UTC, not of `%s`"
                                .formatted(environment.velero(), tier.cron(), tier.zone()))
                .help("write it in UTC with `timezone: UTC`, or run Velero %s or newer"
                        .formatted(VeleroFeature.CRON_ZONE.since()));
    }

    private static boolean isOffInSummer(TierPlan tier, Context context) {
        boolean everyHour = tier.calendar()
                .fields()
                .filter(fields -> fields.hours().isEvery())
                .isPresent();
        return !everyHour && tier.zone().getRules().nextTransition(context.at()) != null;
    }
}
