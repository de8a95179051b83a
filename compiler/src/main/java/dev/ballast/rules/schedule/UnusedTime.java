package dev.ballast.rules.schedule;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.Effective;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Tier;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;
import java.util.Locale;

/** A time for a tier of which nothing is kept. */
final class UnusedTime implements Rule.OfPolicy {
    @Override
    public String id() {
        return "schedule.unused-time";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        if (!policy.effective().has("/keep")) {
            return List.of();
        }
        Effective.Origin keep = policy.effective().origin("/keep");
        return policy.terms().schedule().times().keySet().stream()
                .filter(tier -> !policy.terms().keep().containsKey(tier))
                .filter(tier -> isMeantForKeep(policy.effective().origin("/schedule/" + tier.word()), keep, policy))
                .map(tier -> found(tier, keep, policy))
                .toList();
    }

    /** A class may give times for more tiers than each of its policies keeps, and an override keep fewer than the rest. */
    private static boolean isMeantForKeep(Effective.Origin time, Effective.Origin keep, BackupPlan policy) {
        boolean ofOverride = keep.layer().toLowerCase(Locale.ROOT).contains("override");
        boolean ofPolicy = time.layer().equals(policy.policy().terms().title());
        return time.layer().equals(keep.layer()) || (ofPolicy && !ofOverride);
    }

    private Diagnostic found(Tier tier, Effective.Origin keep, BackupPlan policy) {
        return at(
                        policy.place("/schedule/" + tier.word()).key(),
                        "there is a time for the %s tier, but `keep` has no `%s`: no such backup is made"
                                .formatted(tier.word(), tier.word()))
                .help("add `%s` to `keep`, or remove its time".formatted(tier.word()))
                .related(keep.place(), "what is kept");
    }
}
