package dev.ballast.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
        Map<Sample, Double> now = PolicySamples.of(input);
        known.entrySet().removeIf(entry -> {
            boolean gone = !now.containsKey(entry.getKey());
            if (gone) {
                registry.remove(entry.getValue().gauge);
            }
            return gone;
        });
        now.forEach((sample, value) -> known.computeIfAbsent(sample, key -> new Series(registry, key)).value = value);
    }

    /** Takes away all series of a policy that is gone; nothing where it has none. */
    public synchronized void remove(String policy) {
        Map<Sample, Series> known = policies.remove(policy);
        if (known != null) {
            known.values().forEach(series -> registry.remove(series.gauge));
        }
    }

    /** A gauge and its value, which the scrape reads from another thread. */
    private static final class Series {
        private volatile double value;
        private final Gauge gauge;

        Series(MeterRegistry registry, Sample sample) {
            Metric metric = sample.metric();
            this.gauge = Gauge.builder(metric.id(), () -> value)
                    .description(metric.meaning())
                    .tags(tags(metric.labels(), sample.labels()))
                    .strongReference(true)
                    .register(registry);
        }

        private static Tags tags(List<String> names, List<String> values) {
            return Tags.of(IntStream.range(0, names.size())
                    .mapToObj(i -> Tag.of(names.get(i), values.get(i)))
                    .toList());
        }
    }
}
