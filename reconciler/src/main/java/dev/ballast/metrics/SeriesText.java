package dev.ballast.metrics;

import dev.ballast.series.Metric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The series of one metric in Prometheus' text format 0.0.4, with its labels in alphabetical order; nothing where there are no series. */
final class SeriesText {
    private final Metric metric;
    private final Appendable out;
    private final List<String> names;
    private final List<Integer> order;
    private boolean begun;

    SeriesText(Metric metric, Appendable out) {
        this.metric = metric;
        this.out = out;
        this.names = metric.labels();
        this.order = IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing(names::get))
                .toList();
    }

    /**
     * Writes one series.
     *
     * @param whose values of the first labels
     * @param own values of the other labels
     */
    void line(List<String> whose, List<String> own, double value) {
        try {
            if (!begun) {
                begun = true;
                out.append("# HELP ").append(metric.id()).append(' ').append(metric.meaning());
                out.append("\n# TYPE ").append(metric.id()).append(" gauge\n");
            }
            out.append(metric.id());
            char before = '{';
            for (int i : order) {
                String label = i < whose.size() ? whose.get(i) : own.get(i - whose.size());
                out.append(before)
                        .append(names.get(i))
                        .append("=\"")
                        .append(escaped(label))
                        .append('"');
                before = ',';
            }
            out.append("} ").append(Double.toString(value)).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String value) {
        return value.indexOf('\\') < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0
                ? value
                : value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
