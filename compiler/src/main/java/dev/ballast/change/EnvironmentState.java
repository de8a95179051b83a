package dev.ballast.change;

import dev.ballast.velero.VeleroRange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An environment on one side of a change.
 *
 * @param name absent for the built-in one
 * @param velero the releases it may be running
 * @param objects that belong to no policy: locations, and patches for workloads of others
 * @param policies those of them that can be compiled
 * @param bill of all policies and what they share; absent when it was not worked out
 * @param budget what all of it may cost
 */
public record EnvironmentState(
        @Nullable String name,
        VeleroRange velero,
        List<Applied> objects,
        List<PolicyState> policies,
        @Nullable Bill bill,
        Budget budget) {
    public EnvironmentState {
        objects = List.copyOf(objects);
        policies = List.copyOf(policies);
    }

    /** The policies by name, sorted. */
    Map<String, PolicyState> byName() {
        var sorted = new TreeMap<String, PolicyState>();
        policies.forEach(policy -> sorted.put(policy.name(), policy));
        return sorted;
    }
}
