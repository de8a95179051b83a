package dev.ballast.page;

import dev.ballast.cost.PolicyCost;
import dev.ballast.forecast.Backups;
import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.Lookback;
import dev.ballast.forecast.Outage;
import dev.ballast.forecast.RestorePoints;
import dev.ballast.page.Page.Section;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** What a page says of one policy. */
final class ForecastPart {
    private final PolicyView policy;
    private final Forecast forecast;

    ForecastPart(PolicyView policy) {
        this.policy = policy;
        this.forecast = policy.forecast();
    }

    /** The few numbers above all. */
    Block.Tiles tiles() {
        RestorePoints points = forecast.restorePoints();
        var tiles = new ArrayList<Block.Tile>();
        tiles.add(points(points));
        tiles.add(new Block.Tile("Look-back", lookback(forecast.lookback()), "guaranteed at rest"));
        Duration rpo = forecast.rpo();
        tiles.add(new Block.Tile("Lost at most", rpo == null ? "everything" : Format.span(rpo), "with the newest one"));
        Instant steady = points.steadyFrom();
        tiles.add(new Block.Tile(
                "Steady from",
                steady == null ? "never" : Format.date(steady),
                steady == null ? "no tier ever fills" : "every tier is full"));
        PolicyCost cost = policy.cost();
        if (cost != null) {
            tiles.add(new Block.Tile(
                    "Cost a month",
                    cost.complete() && cost.currency() != null
                            ? Format.briefly(cost.monthly().estimate(), cost.currency())
                            : Amounts.UNKNOWN,
                    cost.complete()
                            ? "with " + Format.bytes(cost.stored().estimate()) + " stored"
                            : Amounts.estimate(cost)));
        }
        return new Block.Tiles(tiles);
    }

    /** What only grows is never at rest: it is counted a year on. */
    private Block.Tile points(RestorePoints points) {
        if (points.steadyFrom() == null) {
            return new Block.Tile("Restore points in a year", Integer.toString(inAYear(forecast)), "not at rest yet");
        }
        return new Block.Tile(
                "Restore points at rest",
                Integer.toString(points.atRest()),
                points.minimum() == points.maximum()
                        ? "always"
                        : "%s to %s over a year".formatted(points.minimum(), points.maximum()));
    }

    /** {@code 23 restore points}, and when that is if it is not at rest. */
    static String count(Forecast forecast) {
        RestorePoints points = forecast.restorePoints();
        return points.steadyFrom() == null && !isEmpty(forecast)
                ? Format.count(inAYear(forecast), "restore point") + " in a year"
                : Format.count(points.atRest(), "restore point");
    }

    private static int inAYear(Forecast forecast) {
        return forecast.points(forecast.scenario().from().plus(Duration.ofDays(365)));
    }

    static String lookback(Lookback lookback) {
        if (lookback.forever()) {
            return "forever";
        }
        Duration guaranteed = lookback.guaranteed();
        return guaranteed == null ? "none" : Format.span(guaranteed);
    }

    /** Everything else, in the order of the questions that a reader asks. */
    List<Section> sections(Instant at) {
        var sections = new ArrayList<Section>();
        sections.add(calendar());
        sections.add(overTime());
        // Where nothing is ever at rest, every age comes within reach at some time only.
        if (forecast.restorePoints().steadyFrom() != null) {
            sections.add(new Section(
                    "How much is lost",
                    "The longest stretch without a restore point around that age, at the worst time of the steady state.",
                    List.of(RunTables.gaps(forecast))));
        }
        PolicyCost cost = policy.cost();
        List<Block> curves = cost == null ? List.of() : CostCurve.of(cost).figures(policy.id());
        if (!curves.isEmpty()) {
            sections.add(new Section("What it stores and costs", CostCurve.LEAD, curves));
        }
        sections.add(new Section("Tiers", "", List.of(RunTables.tiers(forecast))));
        sections.add(new Section(
                "Next runs", "Due times; Velero starts up to a minute later.", List.of(RunTables.next(policy, at))));
        return sections;
    }

    private Section calendar() {
        Instant pictured = policy.pictured();
        LocalDate today = pictured.atZone(policy.zone()).toLocalDate();
        SortedMap<LocalDate, PointCalendar.Day> days = SurvivingDays.of(forecast, pictured, policy.zone());
        int points = forecast.points(pictured);
        var calendar = new PointCalendar(
                policy.id() + "-calendar",
                "On %s there are %s, on %s."
                        .formatted(
                                Format.date(today),
                                Format.count(points, "restore point"),
                                Format.count(days.size(), "day")),
                today,
                days);
        List<Block.Key> legend = days.values().stream()
                .map(PointCalendar.Day::style)
                .distinct()
                .sorted((a, b) -> Integer.compare(order(a), order(b)))
                .map(style ->
                        new Block.Key(style, style.equals(TierStyle.OTHER) ? "earlier tiers" : style.substring(5)))
                .toList();
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Figure(
                "Restorable on " + Format.minute(pictured, policy.zone()), legend, calendar, calendar.figures()));
        long older = days.headMap(calendar.first()).values().stream()
                .mapToInt(PointCalendar.Day::count)
                .sum();
        if (older > 0) {
            blocks.add(new Block.Notes(List.of("Older than the calendar: %s, the oldest of %s."
                    .formatted(Format.count(older, "restore point"), Format.date(days.firstKey())))));
        }
        return new Section(
                "Which days could you go back to?",
                "Every day with a restore point, seen from %s. A day has the colour of the tier that keeps it longest."
                        .formatted(Format.date(today)),
                blocks);
    }

    private int order(String style) {
        for (int i = 0; i < forecast.tiers().size(); i++) {
            if (TierStyle.of(forecast.tiers().get(i).plan().tier()).equals(style)) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    private Section overTime() {
        PointsChart chart = PointCounts.of(policy, policy.id() + "-points");
        List<Block.Key> legend = chart.layers().stream()
                .map(layer -> new Block.Key(layer.style(), layer.name()))
                .toList();
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Figure("Restore points, day by day", legend, chart, chart.figures()));
        List<String> outages =
                forecast.scenario().outages().stream().map(this::effect).toList();
        if (!outages.isEmpty()) {
            blocks.add(new Block.Notes(outages));
        }
        RestorePoints points = forecast.restorePoints();
        return new Section("Restore points over time", most(points), blocks);
    }

    private static String most(RestorePoints points) {
        if (points.steadyFrom() == null) {
            return "At most %s at once in the first year.".formatted(points.maximum());
        }
        String most = "At most %s at once".formatted(points.maximum());
        return points.bound() > points.maximum()
                ? "%s, and %s if every collection is late.".formatted(most, points.bound())
                : most + ".";
    }

    private String effect(Outage outage) {
        String age = forecast.newest(outage.to().minusSeconds(1))
                .map(newest -> "the newest restore point is then " + Format.span(newest) + " old")
                .orElse("there is then no restore point left");
        return "From %s to %s %s: from %s to %s; %s."
                .formatted(
                        Format.date(outage.from()),
                        Format.date(outage.to()),
                        PointCounts.words(outage.kind()),
                        Format.count(forecast.points(outage.from()), "restore point"),
                        Format.count(forecast.points(outage.to().minusSeconds(1)), "restore point"),
                        age);
    }

    /** Whether there is anything to say beyond that nothing runs. */
    static boolean isEmpty(Forecast forecast) {
        Backups others = forecast.others();
        return forecast.tiers().isEmpty() && others.size() == 0;
    }
}
