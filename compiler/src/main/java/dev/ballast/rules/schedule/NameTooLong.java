package dev.ballast.rules.schedule;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.ScheduleNames;
import dev.ballast.plan.TierPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** A name of a Schedule whose Backups have names that do not fit into a label. */
final class NameTooLong implements Rule.OfTier {
    /** A dash and fourteen digits. */
    private static final int TIMESTAMP = 15;

    @Override
    public String id() {
        return "schedule.name-too-long";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(TierPlan tier, BackupPlan policy, EnvironmentPlan environment, Context context) {
        int length = tier.name().length();
        if (length <= ScheduleNames.LONGEST) {
            return List.of();
        }
        return List.of(at(
                        policy.place("/names/" + tier.tier().word()),
                        "the name `%s` has %d characters: its Backups have %d, and labels, which hold 63, show them cut off"
                                .formatted(tier.name(), length, length + TIMESTAMP))
                .help("take a name of at most %d characters".formatted(ScheduleNames.LONGEST)));
    }
}
