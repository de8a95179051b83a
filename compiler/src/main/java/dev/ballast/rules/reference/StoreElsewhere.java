package dev.ballast.rules.reference;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.BackupStore;
import dev.ballast.policy.Tier;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** A store that is declared, but not for the environment in which a policy uses it. */
final class StoreElsewhere implements Rule.OfPolicy {
    @Override
    public String id() {
        return "reference.store-elsewhere";
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
        var used = new LinkedHashMap<String, String>();
        for (Tier tier : policy.terms().keep().keySet()) {
            var own = policy.terms().tiers().get(tier);
            if (own != null && own.store() != null) {
                used.put("/tiers/" + tier.word() + "/store", own.store());
            } else if (policy.terms().store() != null) {
                used.put("/store", policy.terms().store());
            }
        }
        var found = new ArrayList<Diagnostic>();
        used.forEach((pointer, name) -> {
            if (!environment.stores().containsKey(name)) {
                declared(name, context)
                        .ifPresent(store -> found.add(finding(store, policy.place(pointer), environment.name())));
            }
        });
        return found;
    }

    private static Optional<BackupStore> declared(String name, Context context) {
        return context.set().stores().stream()
                .filter(store -> store.name().equals(name))
                .findFirst();
    }

    private Diagnostic finding(BackupStore store, Place.Field place, String environment) {
        return at(
                        place,
                        "the BackupStore `%s` does not exist in the environment `%s`, only in %s"
                                .formatted(store.name(), environment, Names.list(store.environments())))
                .related(store.meta().place("/spec/environments"), "where it exists")
                .help("add `%s` to its `environments`, or name another store in `overrides`".formatted(environment));
    }
}
