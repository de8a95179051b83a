package dev.ballast.rules.schedule;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Two tiers of a policy that are due in the same minute on some day. */
final class SameMinute implements Rule.OfTier {
    @Override
    public String id() {
        return "schedule.same-minute";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(TierPlan tier, BackupPlan policy, EnvironmentPlan environment, Context context) {
        for (TierPlan finer : policy.tiers()) {
            if (finer.tier().compareTo(tier.tier()) < 0) {
                Optional<Instant> common = CommonRun.of(tier, finer, context.at());
                if (common.isPresent()) {
                    return List.of(found(tier, finer, policy, common.get()));
                }
            }
        }
        return List.of();
    }

    private Diagnostic found(TierPlan tier, TierPlan finer, BackupPlan policy, Instant common) {
        String word = tier.tier().word();
        ZoneId zone = tier.calendar().zone();
        return at(
                        WrittenTime.place(policy, tier.tier()),
                        "the %s and the %s tier are due in the same minute, next on %s %s: one waits for the other, and both hold the same"
                                .formatted(
                                        word,
                                        finer.tier().word(),
                                        Dates.minute(common, zone),
                                        zone.getId().equals("Z") ? "UTC" : zone))
                .help("move the %s tier by an hour".formatted(word))
                .related(
                        WrittenTime.place(policy, finer.tier()),
                        "the %s tier".formatted(finer.tier().word()));
    }
}
