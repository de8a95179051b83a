package dev.ballast.drift;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far one policy is off.
 *
 * @param cost absent when nothing about its size is known
 */
public record PolicyDrift(
        String policy,
        List<ManifestDrift> manifests,
        Health health,
        @Nullable CostDrift cost) {
    public PolicyDrift {
        manifests = List.copyOf(manifests);
    }

    /** Whether nothing is to be told. */
    public boolean isNone() {
        return manifests.isEmpty() && health.findings().isEmpty() && (cost == null || !cost.alarming());
    }
}
