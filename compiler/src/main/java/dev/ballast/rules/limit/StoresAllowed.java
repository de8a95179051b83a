package dev.ballast.rules.limit;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** A store that may not be used. */
final class StoresAllowed implements Rule.OfTier {
    @Override
    public String id() {
        return "limit.stores";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(TierPlan tier, BackupPlan policy, EnvironmentPlan environment, Context context) {
        StorePlan store = tier.store();
        if (store == null) {
            return List.of();
        }
        return Caps.first(
                        policy,
                        limits -> !limits.stores().isEmpty() && !limits.stores().contains(store.name()))
                .map(limits -> Caps.with(finding(store, limits.limits().stores(), tier, policy), limits, "stores"))
                .stream()
                .toList();
    }

    private Diagnostic finding(StorePlan store, List<String> allowed, TierPlan tier, BackupPlan policy) {
        return at(
                        StorePlaces.chosen(tier.tier(), policy),
                        "backups go to the store `%s`, which is not allowed, only `%s`"
                                .formatted(store.name(), String.join("`, `", allowed)))
                .help("write `store: %s`".formatted(allowed.get(0)));
    }
}
