package dev.ballast.metrics;

import dev.ballast.series.Metric;
import java.util.List;

/**
 * Which series a number belongs to.
 *
 * @param labels values, as many as the metric has labels
 */
record Sample(Metric metric, List<String> labels) {
    Sample {
        labels = List.copyOf(labels);
        if (labels.size() != metric.labels().size()) {
            throw new IllegalArgumentException(
                    "%s has labels %s, not %s".formatted(metric.id(), metric.labels(), labels));
        }
    }
}
