package dev.ballast.metrics;

import dev.ballast.series.Metric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The series of all policies. A policy has all of its series from when it appears until it goes. Kept as numbers and written one by one, since a
 * policy has about eighty: those of thousands would fill the memory as objects of a registry. Safe for use by several threads.
 */
public final class PolicyMetrics {
    private final Map<String, List<Point>> policies = new TreeMap<>();
    private final Map<Column, Column> columns = new HashMap<>();

    /**
     * What the series of many policies have in common.
     *
     * @param own values of the labels that only this metric has
     */
    private record Column(Metric metric, List<String> own) {}

    /**
     * One number.
     *
     * @param whose values of the labels that say which policy or tier it is about
     */
    private record Point(Column column, List<String> whose, double value) {}

    /** Says how a policy is. Series that it has no longer, as of a tier that was taken out, are gone. */
    public void update(PolicyMetricsInput input) {
        Map<Sample, Double> samples = PolicySamples.of(input);
        var points = new ArrayList<Point>(samples.size());
        var known = new HashMap<List<String>, List<String>>();
        synchronized (this) {
            samples.forEach((sample, value) -> {
                int shared = sample.metric().shared();
                List<String> whose = List.copyOf(sample.labels().subList(0, shared));
                List<String> own =
                        sample.labels().subList(shared, sample.labels().size());
                var column = new Column(sample.metric(), List.copyOf(own));
                points.add(new Point(
                        columns.computeIfAbsent(column, key -> key), known.computeIfAbsent(whose, key -> key), value));
            });
            policies.put(input.plan().name(), List.copyOf(points));
        }
    }

    /** Takes away all series of a policy that is gone; nothing where it has none. */
    public synchronized void remove(String policy) {
        policies.remove(policy);
    }

    /** Writes all series in Prometheus' text format 0.0.4. */
    public void write(Appendable out) throws IOException {
        List<List<Point>> all;
        synchronized (this) {
            all = List.copyOf(policies.values());
        }
        try {
            for (Metric metric : Metric.values()) {
                var text = new SeriesText(metric, out);
                all.forEach(points -> points.stream()
                        .filter(point -> point.column.metric == metric)
                        .forEach(point -> text.line(point.whose, point.column.own, point.value)));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
