package dev.ballast.page;

import dev.ballast.page.Plot.Anchor;
import dev.ballast.text.Element;
import dev.ballast.text.Markup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How many restore points there are over time, the tiers upon each other.
 *
 * @param id unique in the page
 * @param from of the first count
 * @param every between two counts; positive
 * @param layers at least one, the lowest first, all with as many counts, two at least
 * @param steady from when on every tier is full
 * @param shaded times in which something does not work
 */
record PointsChart(
        String id,
        String description,
        Instant from,
        Duration every,
        List<Layer> layers,
        @Nullable Instant steady,
        List<Shade> shaded)
        implements Drawing {
    private static final String TITLE = "Restore points over time, by tier";
    private static final double ROOM_FOR_NAME = 13;
    private static final int MOST_ROWS = 60;

    PointsChart {
        layers = List.copyOf(layers);
        shaded = List.copyOf(shaded);
        int counts = layers.isEmpty() ? 0 : layers.get(0).counts().size();
        if (counts < 2 || layers.stream().anyMatch(layer -> layer.counts().size() != counts)) {
            throw new IllegalArgumentException("layers with different times, or none");
        }
    }

    /** A tier: its counts, each holding until the next. */
    record Layer(String name, String style, List<Integer> counts) {
        Layer {
            counts = List.copyOf(counts);
        }

        private int last() {
            return counts.get(counts.size() - 1);
        }
    }

    /** A time with a name. */
    record Shade(Instant from, Instant to, String name) {}

    @Override
    public Markup draw(Width width) {
        int[] upper = totals();
        int most = Arrays.stream(upper).max().orElse(0);
        int height = width.isWide() ? 270 : 230;
        var plot = new Plot(width, height, time(), Ticks.ofCounts(most, width.isWide() ? 6 : 5), marks());
        Element svg = Plot.drawing(width, height, id, TITLE, description);
        for (Shade shade : shaded) {
            double x = plot.x(shade.from());
            svg.holding(
                    Plot.rect("shade", x, plot.top(), Math.max(2, plot.x(shade.to()) - x), plot.bottom() - plot.top()));
        }
        plot.axes(svg, "restore points", Format::number);
        int[] lower = new int[size()];
        for (Layer layer : layers) {
            int[] top = lower.clone();
            Arrays.setAll(top, i -> lower[i] + layer.counts().get(i));
            svg.holding(
                    Element.of("path").with("class", "layer " + layer.style()).with("d", area(plot, lower, top)));
            name(svg, plot, layer, lower[size() - 1]);
            System.arraycopy(top, 0, lower, 0, lower.length);
        }
        plot.marks(svg);
        hints(svg, plot);
        return svg.markup();
    }

    /** The counts as a table, a row a month or so. */
    DataTable figures() {
        var columns = new ArrayList<DataTable.Column>();
        columns.add(DataTable.Column.text("At the beginning of"));
        layers.forEach(layer -> columns.add(DataTable.Column.number(layer.name())));
        columns.add(DataTable.Column.number("all"));
        List<List<DataTable.Cell>> rows =
                time().ticks(MOST_ROWS).stream().map(tick -> row(tick.at())).toList();
        return DataTable.of(TITLE, columns, rows);
    }

    private List<DataTable.Cell> row(Instant at) {
        int i = index(at);
        var row = new ArrayList<DataTable.Cell>();
        row.add(DataTable.Cell.of(Format.date(at)));
        layers.forEach(layer ->
                row.add(DataTable.Cell.of(Integer.toString(layer.counts().get(i)))));
        row.add(DataTable.Cell.of(Integer.toString(totals()[i])));
        return row;
    }

    private List<Plot.Mark> marks() {
        var marks = new ArrayList<Plot.Mark>();
        shaded.forEach(shade -> marks.add(new Plot.Mark(shade.from(), shade.name())));
        if (steady != null && steady.isAfter(from) && steady.isBefore(at(size() - 1))) {
            marks.add(new Plot.Mark(steady, "steady"));
        }
        return marks;
    }

    private int size() {
        return layers.get(0).counts().size();
    }

    private Instant at(int i) {
        return from.plus(every.multipliedBy(i));
    }

    private int index(Instant at) {
        long i = Duration.between(from, at).dividedBy(every);
        return (int) Math.max(0, Math.min(size() - 1L, i));
    }

    private TimeAxis time() {
        return new TimeAxis(from, at(size() - 1));
    }

    private int[] totals() {
        return IntStream.range(0, size())
                .map(i ->
                        layers.stream().mapToInt(layer -> layer.counts().get(i)).sum())
                .toArray();
    }

    private String area(Plot plot, int[] lower, int[] upper) {
        var path = new StringBuilder("M")
                .append(Element.number(plot.left()))
                .append(' ')
                .append(Element.number(plot.y(lower[0])));
        path.append('V').append(Element.number(plot.y(upper[0])));
        for (int i = 1; i < upper.length; i++) {
            step(path, plot, i, upper[i], upper[i - 1], i == upper.length - 1);
        }
        path.append('V').append(Element.number(plot.y(lower[lower.length - 1])));
        for (int i = lower.length - 1; i > 0; i--) {
            step(path, plot, i, lower[i - 1], lower[i], false);
        }
        return path.append('H').append(Element.number(plot.left())).append('Z').toString();
    }

    /** To the right or left up to a time at which the count becomes another, then up or down; nothing where it stays. */
    private void step(StringBuilder path, Plot plot, int i, int next, int before, boolean end) {
        if (next != before || end) {
            path.append('H').append(Element.number(plot.x(at(i)))).append('V').append(Element.number(plot.y(next)));
        }
    }

    private void name(Element svg, Plot plot, Layer layer, int below) {
        double low = plot.y(below);
        double high = plot.y(below + layer.last());
        if (plot.width().isWide() && low - high >= ROOM_FOR_NAME) {
            svg.holding(Plot.text(
                    "label", plot.right() + 12, (low + high) / 2 + 4, Anchor.START, layer.last() + " " + layer.name()));
        }
    }

    private void hints(Element svg, Plot plot) {
        List<TimeAxis.Tick> ticks = time().ticks(MOST_ROWS);
        for (int i = 0; i < ticks.size(); i++) {
            double left = plot.x(ticks.get(i).at());
            double right = i == ticks.size() - 1
                    ? plot.right()
                    : plot.x(ticks.get(i + 1).at());
            svg.holding(Plot.rect("hint", left, plot.top(), right - left, plot.bottom() - plot.top())
                    .holding(Element.of("title").holding(hint(ticks.get(i).at()))));
        }
    }

    private String hint(Instant at) {
        int i = index(at);
        return Format.date(at) + "\n"
                + layers.stream()
                        .map(layer -> layer.counts().get(i) + " " + layer.name())
                        .collect(Collectors.joining(", "));
    }
}
