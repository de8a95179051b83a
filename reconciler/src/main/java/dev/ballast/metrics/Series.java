package dev.ballast.metrics;

import dev.ballast.series.Metric;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A gauge and its value, which the scrape reads from another thread. */
final class Series {
    private volatile double value;
    private final Gauge gauge;

    private Series(MeterRegistry registry, Sample sample) {
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

    /** Has exactly these samples shown, of those that are known. */
    static void show(MeterRegistry registry, Map<Sample, Series> known, Map<Sample, Double> now) {
        known.entrySet().removeIf(entry -> {
            boolean gone = !now.containsKey(entry.getKey());
            if (gone) {
                registry.remove(entry.getValue().gauge);
            }
            return gone;
        });
        now.forEach((sample, value) -> known.computeIfAbsent(sample, key -> new Series(registry, key)).value = value);
    }
}
