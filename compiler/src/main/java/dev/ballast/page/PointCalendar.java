package dev.ballast.page;

import dev.ballast.page.Plot.Anchor;
import dev.ballast.text.Element;
import dev.ballast.text.Markup;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * The days to which one can go back: a column a week, Monday at the top, the newest on the right.
 *
 * @param id unique in the page
 * @param today the last day shown
 * @param days those with a restore point
 */
record PointCalendar(String id, String description, LocalDate today, SortedMap<LocalDate, Day> days)
        implements Drawing {
    private static final String TITLE = "Days that can be restored";
    /** Just over a year, so that the same month is seen twice. */
    private static final int WEEKS = 57;

    private static final int WEEKS_A_ROW = 19;
    private static final double CELL = 13;
    private static final double PITCH = 16;
    private static final double LEFT = 34;
    private static final double HEAD = 20;
    private static final double ROW = HEAD + 7 * PITCH + 10;

    /**
     * A day with restore points.
     *
     * @param count at least one
     * @param style of the colour of the tier that keeps it longest
     * @param letter of that tier, or empty
     * @param words of all its restore points
     */
    record Day(int count, String style, String letter, String words) {}

    /** The first day shown, a Monday. */
    LocalDate first() {
        return today.minusDays(today.getDayOfWeek().getValue() - 1L).minusWeeks(WEEKS - 1L);
    }

    @Override
    public Markup draw(Width width) {
        int perRow = width.isWide() ? WEEKS : WEEKS_A_ROW;
        int rows = WEEKS / perRow;
        Element svg = Plot.drawing(width, rows * ROW, id, TITLE, description);
        var empty = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            head(svg, row, perRow);
        }
        for (LocalDate day = first(); !day.isAfter(today); day = day.plusDays(1)) {
            if (!days.containsKey(day)) {
                empty.append("M%s %sh%sv%sh-%sz"
                        .formatted(
                                Element.number(x(day, perRow)),
                                Element.number(y(day, perRow)),
                                Element.number(CELL),
                                Element.number(CELL),
                                Element.number(CELL)));
            }
        }
        svg.holding(Element.of("path").with("class", "empty").with("d", empty.toString()));
        days.tailMap(first()).headMap(today.plusDays(1)).forEach((day, points) -> cell(svg, day, points, perRow));
        svg.holding(Plot.rect("today", x(today, perRow) - 1.5, y(today, perRow) - 1.5, CELL + 3, CELL + 3)
                .with("rx", 3));
        return svg.markup();
    }

    private void cell(Element svg, LocalDate day, Day points, int perRow) {
        double x = x(day, perRow);
        double y = y(day, perRow);
        svg.holding(Element.of("g")
                .with("class", "day " + points.style())
                .holding(Element.of("title").holding(Format.day(day) + "\n" + points.words()))
                .holding(Element.of("rect")
                        .with("x", x)
                        .with("y", y)
                        .with("width", CELL)
                        .with("height", CELL)
                        .with("rx", 2))
                .holding(Plot.text("letter", x + CELL / 2, y + CELL - 3.2, Anchor.MIDDLE, points.letter())));
    }

    /** Names of months above the week in which they begin, and of some weekdays. */
    private void head(Element svg, int row, int perRow) {
        double top = row * ROW + HEAD;
        svg.holding(Plot.text("tick", 0, top + CELL - 2, Anchor.START, "Mon"));
        svg.holding(Plot.text("tick", 0, top + 3 * PITCH + CELL - 2, Anchor.START, "Thu"));
        svg.holding(Plot.text("tick", 0, top + 6 * PITCH + CELL - 2, Anchor.START, "Sun"));
        for (int week = 0; week < perRow; week++) {
            LocalDate sunday = first().plusWeeks((long) row * perRow + week).plusDays(6);
            if (sunday.getDayOfMonth() <= 7 && week < perRow - 1) {
                String month = sunday.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
                boolean year = sunday.getMonthValue() == 1;
                svg.holding(Plot.text(
                        year ? "year" : "tick",
                        LEFT + week * PITCH,
                        top - 7,
                        Anchor.START,
                        year ? Integer.toString(sunday.getYear()) : month));
            }
        }
    }

    private double x(LocalDate day, int perRow) {
        return LEFT + week(day) % perRow * PITCH;
    }

    private double y(LocalDate day, int perRow) {
        int row = week(day) / perRow;
        return row * ROW + HEAD + (day.getDayOfWeek().getValue() - 1) * PITCH;
    }

    private int week(LocalDate day) {
        return (int) ChronoUnit.WEEKS.between(first(), day);
    }

    /** The days as a table, newest first. */
    DataTable figures() {
        var rows = new ArrayList<List<DataTable.Cell>>();
        days.forEach((day, points) -> rows.add(List.of(
                DataTable.Cell.of(Format.day(day)).coloured(points.style()),
                DataTable.Cell.of(points.words()),
                DataTable.Cell.of(Format.count(ChronoUnit.DAYS.between(day, today), "day")))));
        Collections.reverse(rows);
        return DataTable.of(
                TITLE,
                List.of(
                        DataTable.Column.text("Day"),
                        DataTable.Column.text("Restore points"),
                        DataTable.Column.number("Before")),
                rows);
    }
}
