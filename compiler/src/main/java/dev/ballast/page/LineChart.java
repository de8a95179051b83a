package dev.ballast.page;

import dev.ballast.page.Plot.Anchor;
import dev.ballast.text.Element;
import dev.ballast.text.Markup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * Lines over time, each with the band in which it may lie.
 *
 * @param id unique in the page
 * @param measure of the upright axis
 * @param series at least one, each with two samples at least
 */
record LineChart(String id, String title, String description, Measure measure, List<Series> series) implements Drawing {
    private static final double SMALLEST_GAP = 16;

    LineChart {
        series = List.copyOf(series);
        if (series.isEmpty() || series.stream().anyMatch(one -> one.samples().size() < 2)) {
            throw new IllegalArgumentException("nothing to draw a line through: " + title);
        }
        int samples = series.get(0).samples().size();
        if (series.stream().anyMatch(one -> one.samples().size() != samples)) {
            throw new IllegalArgumentException("lines of different times: " + title);
        }
    }

    /**
     * What is measured.
     *
     * @param unit above the axis
     * @param factor of a value, to make it the number on the axis
     */
    record Measure(String unit, double factor) {
        /** Amounts of a currency a month, in thousands or millions when the greatest needs that. */
        static Measure money(String currency, double greatest) {
            if (greatest >= 1e7) {
                return new Measure("million " + currency + " a month", 1e-6);
            }
            return greatest >= 1e4
                    ? new Measure("thousand " + currency + " a month", 1e-3)
                    : new Measure(currency + " a month", 1);
        }

        /** Bytes, in the binary unit that suits the greatest. */
        static Measure bytes(double greatest) {
            int power = Format.power(greatest);
            return new Measure(Format.unit(power), 1 / Math.pow(1024, power));
        }

        private double of(double value) {
            return value * factor;
        }
    }

    /**
     * A line.
     *
     * @param style of its colour
     * @param words a value for people, with its unit
     * @param label the same beside the end of the line, where there is little room
     */
    record Series(
            String name,
            String style,
            List<Sample> samples,
            DoubleFunction<String> words,
            DoubleFunction<String> label) {
        Series {
            samples = List.copyOf(samples);
        }

        private Sample last() {
            return samples.get(samples.size() - 1);
        }
    }

    /**
     * A value at a time.
     *
     * @param when for people, for example a month
     * @param low not more than {@code estimate}, which is not more than {@code high}; zero or more
     */
    record Sample(Instant at, String when, double low, double estimate, double high) {
        Sample {
            if (!(low >= 0 && low <= estimate && estimate <= high)) {
                throw new IllegalArgumentException("no band: %s, %s, %s".formatted(low, estimate, high));
            }
        }
    }

    @Override
    public Markup draw(Width width) {
        Plot plot = plot(width);
        Element svg = Plot.drawing(width, plot.height(), id, title, description);
        plot.axes(svg, measure.unit(), Format::number);
        for (Series one : series) {
            svg.holding(Element.of("path").with("class", "band " + one.style()).with("d", band(plot, one)));
        }
        for (Series one : series) {
            svg.holding(Element.of("path")
                    .with("class", "stroke " + one.style())
                    .with("d", "M" + path(plot, one, Sample::estimate, false)));
        }
        labels(svg, plot);
        hints(svg, plot);
        return svg.markup();
    }

    private Plot plot(Width width) {
        List<Sample> samples = series.get(0).samples();
        double highest = series.stream()
                .flatMap(one -> one.samples().stream())
                .mapToDouble(Sample::high)
                .max()
                .orElse(0);
        var time = new TimeAxis(
                samples.get(0).at(), samples.get(samples.size() - 1).at());
        return new Plot(
                width,
                width.isWide() ? 270 : 230,
                time,
                Ticks.upTo(measure.of(highest), width.isWide() ? 6 : 5),
                List.of());
    }

    private String band(Plot plot, Series one) {
        return "M" + path(plot, one, Sample::high, false) + "L" + path(plot, one, Sample::low, true) + "Z";
    }

    private String path(Plot plot, Series one, Function<Sample, Double> value, boolean backwards) {
        var points = new StringBuilder();
        int size = one.samples().size();
        for (int i = 0; i < size; i++) {
            Sample sample = one.samples().get(backwards ? size - 1 - i : i);
            points.append(i == 0 ? "" : "L")
                    .append(Element.number(plot.x(sample.at())))
                    .append(' ')
                    .append(Element.number(y(plot, value.apply(sample))));
        }
        return points.toString();
    }

    private double y(Plot plot, double value) {
        return plot.y(measure.of(value));
    }

    /** The end of each line, with its name and value beside it where there is room; names keep apart. */
    private void labels(Element svg, Plot plot) {
        double above = Double.NEGATIVE_INFINITY;
        List<Series> downwards = series.stream()
                .sorted((a, b) -> Double.compare(b.last().estimate(), a.last().estimate()))
                .toList();
        for (Series one : downwards) {
            double y = y(plot, one.last().estimate());
            svg.holding(Element.of("circle")
                    .with("class", "end " + one.style())
                    .with("cx", plot.x(one.last().at()))
                    .with("cy", y)
                    .with("r", 4));
            String words = one.label().apply(one.last().estimate());
            if (!plot.width().isWide()) {
                svg.holding(Plot.text("label", plot.right(), y - 10, Anchor.END, words));
            } else {
                above = Math.max(y, above + SMALLEST_GAP);
                svg.holding(Plot.text("label", plot.right() + 12, above + 4, Anchor.START, words));
            }
        }
    }

    /** Invisible columns that say their values when pointed at. */
    private void hints(Element svg, Plot plot) {
        List<Sample> samples = series.get(0).samples();
        for (int i = 0; i < samples.size(); i++) {
            double x = plot.x(samples.get(i).at());
            double left = i == 0 ? plot.left() : (x + plot.x(samples.get(i - 1).at())) / 2;
            double right = i == samples.size() - 1
                    ? plot.right()
                    : (x + plot.x(samples.get(i + 1).at())) / 2;
            svg.holding(Plot.rect("hint", left, plot.top(), right - left, plot.bottom() - plot.top())
                    .holding(Element.of("title").holding(hint(i))));
        }
    }

    private String hint(int i) {
        var text = new StringBuilder(series.get(0).samples().get(i).when());
        for (Series one : series) {
            Sample sample = one.samples().get(i);
            text.append('\n')
                    .append(series.size() == 1 ? "" : one.name() + ": ")
                    .append(one.words().apply(sample.estimate()));
            if (sample.low() < sample.high()) {
                text.append(" (").append(one.words().apply(sample.low()));
                text.append(" to ").append(one.words().apply(sample.high())).append(')');
            }
        }
        return text.toString();
    }

    /** The figures behind the lines. */
    DataTable figures() {
        var columns = new ArrayList<DataTable.Column>();
        columns.add(DataTable.Column.text("Month"));
        boolean banded = series.stream().flatMap(one -> one.samples().stream()).anyMatch(s -> s.low() < s.high());
        for (Series one : series) {
            columns.add(DataTable.Column.number(one.name()));
            if (banded) {
                columns.add(DataTable.Column.number("low"));
                columns.add(DataTable.Column.number("high"));
            }
        }
        var rows = new ArrayList<List<DataTable.Cell>>();
        for (int i = 0; i < series.get(0).samples().size(); i++) {
            var row = new ArrayList<DataTable.Cell>();
            row.add(DataTable.Cell.of(series.get(0).samples().get(i).when()));
            for (Series one : series) {
                Sample sample = one.samples().get(i);
                row.add(DataTable.Cell.of(one.words().apply(sample.estimate())));
                if (banded) {
                    row.add(DataTable.Cell.of(one.words().apply(sample.low())));
                    row.add(DataTable.Cell.of(one.words().apply(sample.high())));
                }
            }
            rows.add(row);
        }
        return DataTable.of(title, columns, rows);
    }
}
