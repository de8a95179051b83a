package dev.ballast.rules.store;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** Two stores of one environment that both want to be the default. */
final class TwoDefaults implements Rule.OfEnvironment {
    @Override
    public String id() {
        return "store.two-defaults";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(EnvironmentPlan environment, Context context) {
        List<StorePlan> defaults = environment.stores().values().stream()
                .filter(store -> store.settings().isDefault())
                .toList();
        return defaults.stream()
                .skip(1)
                .map(store -> at(
                                store.effective().place("/default"),
                                "`%s` and `%s` are both marked as the default store"
                                        .formatted(defaults.get(0).name(), store.name()))
                        .related(defaults.get(0).effective().place("/default"), "the other one")
                        .help("mark one of them, or give each its `environments`"))
                .toList();
    }
}
