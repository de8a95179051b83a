package dev.ballast.page;

import dev.ballast.text.Element;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The area of a chart with a time axis and an axis that begins at zero.
 *
 * @param width of the whole drawing, as everything in pixels
 * @param height of the whole drawing
 * @param ticks of the upright axis
 * @param marks in the order in which their words take their places
 */
record Plot(Width width, int height, TimeAxis time, Ticks ticks, List<Mark> marks) {
    private static final int LEFT = 44;
    private static final int TOP = 28;
    private static final int ROW = 14;
    /** Of one letter of a label, generously. */
    private static final double LETTER = 7.2;

    private static final int BOTTOM = 38;

    /** An upright line at a time, with a word at its top. */
    record Mark(Instant at, String word) {}

    /** A mark whose word takes from {@code from} to {@code to} of a row; rows count upwards. */
    private record Placed(Mark mark, double from, double to, int row, Anchor anchor) {
        private boolean collides(double otherFrom, double otherTo, int otherRow) {
            return row == otherRow && from < otherTo && otherFrom < to;
        }
    }

    double left() {
        return LEFT;
    }

    double right() {
        return width.pixels() - (double) width.labels();
    }

    double bottom() {
        return height - (double) BOTTOM;
    }

    double top() {
        return TOP
                + (double) ROW * placed().stream().mapToInt(Placed::row).max().orElse(0);
    }

    double x(Instant at) {
        return LEFT + time.share(at) * (right() - LEFT);
    }

    double y(double value) {
        return bottom() - value / ticks.top() * (bottom() - top());
    }

    /**
     * The drawing with its axes, still to be filled.
     *
     * @param id unique in the page
     * @param title what it is, for those who cannot see it; shorter than {@code description}
     */
    static Element drawing(Width width, double height, String id, String title, String description) {
        String own = id + (width.isWide() ? "-wide" : "-narrow");
        return Element.of("svg")
                .with("viewBox", "0 0 %s %s".formatted(width.pixels(), Element.number(height)))
                .with("width", width.pixels())
                .with("height", height)
                .with("class", width.isWide() ? "chart wide" : "chart narrow")
                .with("role", "img")
                .with("aria-labelledby", own + "-title " + own + "-desc")
                .holding(Element.of("title").with("id", own + "-title").holding(title))
                .holding(Element.of("desc").with("id", own + "-desc").holding(description));
    }

    /** Adds lines and labels of both axes. */
    void axes(Element svg, String unit, Function<BigDecimal, String> label) {
        svg.holding(text("axis-name", 0, 12, Anchor.START, unit));
        for (BigDecimal value : ticks.values()) {
            double y = y(value.doubleValue());
            svg.holding(line(value.signum() == 0 ? "base" : "grid", LEFT, y, right(), y));
            svg.holding(text("tick", LEFT - 8, y + 4, Anchor.END, label.apply(value)));
        }
        double free = 0;
        for (TimeAxis.Tick tick : time.ticks(width.ticks())) {
            double x = x(tick.at());
            svg.holding(line("base", x, bottom(), x, bottom() + 5));
            // A label is centred, or ends where the drawing ends.
            double half = tick.label().length() * LETTER / 2;
            double middle = Math.max(LEFT, Math.min(x, width.pixels() - half));
            if (middle - half >= free) {
                svg.holding(text("tick", middle, bottom() + 18, Anchor.MIDDLE, tick.label()));
                if (!tick.year().isEmpty()) {
                    svg.holding(text("year", middle, bottom() + 33, Anchor.MIDDLE, tick.year()));
                }
                free = middle + half + 4;
            }
        }
    }

    /** Adds the marks, which lie above what the chart shows. */
    void marks(Element svg) {
        for (Placed placed : placed()) {
            double x = x(placed.mark().at());
            double y = top() - 4 - (double) ROW * placed.row();
            boolean leftwards = placed.anchor() == Anchor.END;
            svg.holding(line("mark", x, y - 9, x, bottom()));
            svg.holding(text(
                    "mark-name",
                    leftwards ? x - 5 : x + 5,
                    y,
                    placed.anchor(),
                    placed.mark().word()));
        }
    }

    /** Each word beside its line: to the right or left of it, in the lowest row that has room. */
    private List<Placed> placed() {
        var placed = new ArrayList<Placed>();
        for (Mark mark : marks) {
            double x = x(mark.at());
            double room = mark.word().length() * LETTER + 8;
            Anchor anchor = x + room > width.pixels() ? Anchor.END : Anchor.START;
            double from = anchor == Anchor.START ? x : x - room;
            int row = 0;
            while (isTaken(placed, from, from + room, row)) {
                row++;
            }
            placed.add(new Placed(mark, from, from + room, row, anchor));
        }
        return placed;
    }

    private static boolean isTaken(List<Placed> placed, double from, double to, int row) {
        return placed.stream().anyMatch(other -> other.collides(from, to, row));
    }

    static Element line(String style, double x1, double y1, double x2, double y2) {
        return Element.of("line")
                .with("class", style)
                .with("x1", x1)
                .with("y1", y1)
                .with("x2", x2)
                .with("y2", y2);
    }

    static Element rect(String style, double x, double y, double width, double height) {
        return Element.of("rect")
                .with("class", style)
                .with("x", x)
                .with("y", y)
                .with("width", width)
                .with("height", height);
    }

    static Element text(String style, double x, double y, Anchor anchor, String text) {
        return Element.of("text")
                .with("class", style)
                .with("x", x)
                .with("y", y)
                .with("text-anchor", anchor.word())
                .holding(text);
    }

    /** Which part of a text lies at its place. */
    enum Anchor {
        START,
        MIDDLE,
        END;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
