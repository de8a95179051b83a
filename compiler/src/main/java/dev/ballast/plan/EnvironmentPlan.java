package dev.ballast.plan;

import dev.ballast.policy.Environment;
import dev.ballast.velero.VeleroRange;
import java.util.List;
import java.util.Map;

/**
 * All policies of one environment.
 *
 * @param declared false for the built-in environment of a folder that has none
 * @param stores by name, sorted
 * @param policies in the order of the input
 */
public record EnvironmentPlan(
        Environment environment,
        boolean declared,
        VeleroRange velero,
        Map<String, StorePlan> stores,
        List<BackupPlan> policies) {
    public String name() {
        return environment.name();
    }

    /** The same with {@link BackupPlan#lean() lean} policies. */
    public EnvironmentPlan lean() {
        return new EnvironmentPlan(
                environment,
                declared,
                velero,
                stores,
                policies.stream().map(BackupPlan::lean).toList());
    }
}
