package dev.ballast.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;

/** The series of all policies. A policy has all of its series from when it appears until it goes. Safe for use by several threads. */
public final class PolicyMetrics {
    private final MeterRegistry registry;
    private final Map<String, Map<Sample, Series>> policies = new HashMap<>();

    public PolicyMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Says how a policy is. Series that it has no longer, as of a tier that was taken out, are removed. */
    public synchronized void update(PolicyMetricsInput input) {
        Map<Sample, Series> known = policies.computeIfAbsent(input.plan().name(), policy -> new HashMap<>());
        Series.show(registry, known, PolicySamples.of(input));
    }

    /** Takes away all series of a policy that is gone; nothing where it has none. */
    public synchronized void remove(String policy) {
        Map<Sample, Series> known = policies.remove(policy);
        if (known != null) {
            Series.show(registry, known, Map.of());
        }
    }
}
