package dev.ballast.rules.volumes;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Volumes;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** A volume rule that an earlier one never leaves a volume to. */
final class RuleUnreachable implements Rule.OfTier {
    @Override
    public String id() {
        return "volumes.rule-unreachable";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(TierPlan tier, BackupPlan policy, EnvironmentPlan environment, Context context) {
        var found = new ArrayList<Diagnostic>();
        List<Volumes.Rule> rules = tier.volumes().rules();
        for (int later = 1; later < rules.size(); later++) {
            int earlier = covering(rules, later);
            if (earlier < later) {
                found.add(at(
                                policy.volumesPlace(tier.tier(), "rules/%d/when".formatted(later)),
                                "no volume comes to this rule: the first one that fits wins, and an earlier one fits everything that this one does")
                        .related(
                                policy.volumesPlace(tier.tier(), "rules/%d/when".formatted(earlier)),
                                "the earlier rule")
                        .help("put the narrower rule first, or remove it"));
            }
        }
        return found;
    }

    private static int covering(List<Volumes.Rule> rules, int later) {
        int earlier = 0;
        while (earlier < later && !Conditions.cover(rules.get(earlier), rules.get(later))) {
            earlier++;
        }
        return earlier;
    }
}
