package dev.ballast.rules.volumes;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** A policy of which nobody said how its volumes are backed up. */
final class NoMethod implements Rule.OfPolicy {
    @Override
    public String id() {
        return "volumes.no-method";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public boolean excusable() {
        return false;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        List<String> lacking = policy.tiers().stream()
                .filter(tier -> tier.volumes().method() == null)
                .map(tier -> tier.tier().word())
                .toList();
        boolean some =
                !policy.tiers().isEmpty() && lacking.size() < policy.tiers().size();
        if (policy.terms().volumes().method() != null || (some && lacking.isEmpty())) {
            return List.of();
        }
        Place.Field holder = policy.effective().has("/volumes")
                ? policy.place("/volumes")
                : policy.policy().meta().place("/spec");
        String where = some ? " for the tier `%s`".formatted(String.join("`, `", lacking)) : "";
        return List.of(
                at(
                                holder.key(),
                                "no layer chose `volumes.method`%s: a wrong guess would make backups that complete without the data"
                                        .formatted(where))
                        .help(
                                "write `volumes: {method: …}` with `snapshot`, `snapshot-move`, `file-system` or `none`, here or in a class"));
    }
}
