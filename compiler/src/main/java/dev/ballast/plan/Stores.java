package dev.ballast.plan;

import dev.ballast.policy.BackupStore;
import dev.ballast.policy.Environment;
import dev.ballast.policy.Layer;
import dev.ballast.policy.PolicySet;
import dev.ballast.policy.StoreDecoder;
import dev.ballast.velero.Provider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The stores of one environment. */
public final class Stores {
    private Stores() {}

    /** The stores that exist in an environment, by name, sorted. */
    public static Map<String, StorePlan> of(PolicySet set, Environment environment) {
        var stores = new TreeMap<String, StorePlan>();
        for (BackupStore store : set.stores()) {
            if (Overrides.existsIn(environment, store.environments())) {
                stores.put(store.name(), plan(store, environment));
            }
        }
        return Collections.unmodifiableMap(stores);
    }

    /** The store that a policy gets which names none: the only default, or the only store there is. */
    static Optional<StorePlan> byDefault(Map<String, StorePlan> stores) {
        List<StorePlan> defaults = stores.values().stream()
                .filter(store -> store.settings().isDefault())
                .toList();
        if (defaults.isEmpty() && stores.size() == 1) {
            return stores.values().stream().findFirst();
        }
        return defaults.stream().findFirst();
    }

    private static StorePlan plan(BackupStore store, Environment environment) {
        var layers = new ArrayList<Layer>();
        layers.add(store.fields());
        layers.addAll(Overrides.of(store.overrides(), environment));
        Effective effective = Layering.of(layers);
        BackupStore.Settings settings = StoreDecoder.decode(effective.tree(), effective::place);
        return new StorePlan(
                store, settings, effective, Provider.of(settings.provider()).orElseThrow());
    }
}
