package dev.ballast.rules.retention;

import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.BackupClass;
import dev.ballast.policy.Layer;
import dev.ballast.rules.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is said for one environment in particular. */
final class LocalLayers {
    private LocalLayers() {}

    /** The overrides of a policy's class for this environment, then the environment's own: all below the policy. */
    static List<Layer> below(BackupPlan policy, EnvironmentPlan environment, Context context) {
        var layers = new ArrayList<Layer>();
        String name = policy.policy().backupClass();
        if (name != null) {
            context.set()
                    .backupClass(name)
                    .map(BackupClass::overrides)
                    .ifPresent(all -> layers.addAll(of(all, environment)));
        }
        layers.add(environment.environment().overrides());
        return layers;
    }

    /** Those of some overrides that hold in this environment. */
    static List<Layer> of(Map<String, Layer> overrides, EnvironmentPlan environment) {
        return overrides.entrySet().stream()
                .filter(entry -> environment.environment().isCalled(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
