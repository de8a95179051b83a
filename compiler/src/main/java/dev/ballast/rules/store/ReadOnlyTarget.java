package dev.ballast.rules.store;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** Backups that are to be written to a store which is only read. */
final class ReadOnlyTarget implements Rule.OfTier {
    @Override
    public String id() {
        return "store.read-only-target";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(TierPlan tier, BackupPlan policy, EnvironmentPlan environment, Context context) {
        StorePlan store = tier.store();
        boolean paused = Boolean.TRUE.equals(policy.terms().suspend())
                || Boolean.TRUE.equals(environment.environment().suspend());
        if (store == null || paused || !"readOnly".equals(store.settings().access())) {
            return List.of();
        }
        return List.of(at(
                        StoreUse.chosenAt(tier, policy),
                        "backups go to the store `%s`, which is only read: every run fails its validation"
                                .formatted(store.name()))
                .related(store.effective().place("/access"), "read only")
                .help("name another store, or keep the policy out of this environment"));
    }
}
