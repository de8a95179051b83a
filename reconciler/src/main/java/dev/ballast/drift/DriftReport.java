package dev.ballast.drift;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an environment is off at one time.
 *
 * @param policies in the order of the plan
 * @param shared objects of no policy: locations, and what policies left that are gone
 * @param unowned what lies in the stores that no policy accounts for; absent where that is not known
 */
public record DriftReport(
        String environment,
        Instant at,
        List<PolicyDrift> policies,
        List<ManifestDrift> shared,
        @Nullable CostDrift unowned) {
    public DriftReport {
        policies = List.copyOf(policies);
        shared = List.copyOf(shared);
    }

    /** Whether nothing is to be told. */
    public boolean isNone() {
        return shared.isEmpty()
                && policies.stream().allMatch(PolicyDrift::isNone)
                && (unowned == null || !unowned.alarming());
    }
}
