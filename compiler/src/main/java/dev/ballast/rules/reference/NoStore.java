package dev.ballast.rules.reference;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.PolicySet;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** A policy that names no store where none can be taken without being named. */
final class NoStore implements Rule.OfPolicy {
    @Override
    public String id() {
        return "reference.no-store";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    /** A Schedule needs a location. */
    @Override
    public boolean excusable() {
        return false;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        if (policy.terms().store() != null
                || brokenStores(context.set())
                || policy.tiers().stream().noneMatch(tier -> tier.store() == null && !namesOne(tier, policy))) {
            return List.of();
        }
        int stores = environment.stores().size();
        String choice = stores == 0
                ? "there is no BackupStore"
                : "none of the %d BackupStores is marked `default`".formatted(stores);
        return List.of(at(policy.policy().meta().place("/spec").key(), "no `store` is named, and " + choice)
                .help(
                        stores == 0
                                ? "declare a BackupStore"
                                : "name one of %s, or mark one of them `default: true`"
                                        .formatted(
                                                Names.list(environment.stores().keySet()))));
    }

    private static boolean namesOne(TierPlan tier, BackupPlan policy) {
        var own = policy.terms().tiers().get(tier.tier());
        return own != null && own.store() != null;
    }

    /** One of those that could not be read may be the default. */
    private static boolean brokenStores(PolicySet set) {
        return set.names("BackupStore").size() > set.stores().size();
    }
}
