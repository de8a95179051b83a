package dev.ballast.rules.volumes;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Tier;
import dev.ballast.policy.Volumes;
import dev.ballast.policy.Volumes.Method;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** A method that the rules of other layers turn into its opposite. */
final class MoverWithoutSnapshots implements Rule.OfTier {
    @Override
    public String id() {
        return "volumes.mover-without-snapshots";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(TierPlan tier, BackupPlan policy, EnvironmentPlan environment, Context context) {
        List<Volumes.Rule> rules = tier.volumes().rules();
        for (int i = 0; i < rules.size(); i++) {
            String use = rules.get(i).use();
            if (tier.volumes().method() == Method.SNAPSHOT_MOVE && Conditions.matchAll(rules.get(i))) {
                return use.equals("snapshot") ? List.of() : List.of(neverMoves(i, use, tier.tier(), policy));
            }
            if (tier.volumes().method() == Method.NONE && !use.equals("skip") && elsewhere(i, tier.tier(), policy)) {
                return List.of(overridesNone(i, use, tier.tier(), policy));
            }
        }
        return List.of();
    }

    /** Written together, a method of none and its exceptions are what they say. */
    private static boolean elsewhere(int rule, Tier tier, BackupPlan policy) {
        var method = policy.volumesPlace(tier, "method");
        var ofRule = policy.volumesPlace(tier, "rules/" + rule);
        return !method.source().equals(ofRule.source()) || method.document() != ofRule.document();
    }

    private Diagnostic neverMoves(int rule, String use, Tier tier, BackupPlan policy) {
        return at(
                        policy.volumesPlace(tier, "rules/" + rule + "/use"),
                        "this rule fits every volume and uses `%s`, so what no earlier rule snapshots is never moved"
                                .formatted(use))
                .related(policy.volumesPlace(tier, "method"), "the method that it replaces")
                .help("narrow its conditions, or choose the method that is meant");
    }

    private Diagnostic overridesNone(int rule, String use, Tier tier, BackupPlan policy) {
        return at(
                        policy.volumesPlace(tier, "method"),
                        "`none` does not hold for volumes that a rule of another layer fits: they are backed up with `%s`"
                                .formatted(use))
                .related(policy.volumesPlace(tier, "rules/" + rule + "/use"), "the rule; rules win over the method")
                .help("write `rules: []` beside the method if no volume is to be backed up");
    }
}
