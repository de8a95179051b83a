package dev.ballast.page;

import dev.ballast.cost.PolicyCost;
import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.RestorePoints;
import dev.ballast.page.DataTable.Cell;
import dev.ballast.page.DataTable.Column;
import dev.ballast.page.Page.Part;
import dev.ballast.page.Page.Section;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The page of what policies will keep. */
public final class ForecastPage {
    /** More policies than anyone scrolls through; the table has all of them. */
    private static final int MOST_PARTS = 100;

    private static final int MOST_OPEN = 3;

    private ForecastPage() {}

    /**
     * A page for a browser: UTF-8, complete in itself.
     *
     * @param policies in the order of the page, at least one
     * @param at when it was made
     */
    public static String of(List<PolicyView> policies, Instant at) {
        if (policies.isEmpty()) {
            throw new IllegalArgumentException("a page needs a policy");
        }
        boolean one = policies.size() == 1;
        List<String> environments =
                policies.stream().map(PolicyView::environment).distinct().toList();
        var facts = new ArrayList<String>();
        facts.add("environment" + (environments.size() == 1 ? " " : "s ") + String.join(", ", environments));
        facts.add("as of " + Format.minute(at, ZoneOffset.UTC));
        List<Block> opening = one
                ? List.of(new ForecastPart(policies.get(0)).tiles())
                : List.of(overview(policies, environments.size() > 1));
        return new Page(
                        "Forecast",
                        one ? policies.get(0).name() : policies.size() + " policies",
                        facts,
                        opening,
                        policies.stream()
                                .limit(MOST_PARTS)
                                .map(policy ->
                                        part(policy, at, one, policies.size() <= MOST_OPEN, environments.size() > 1))
                                .toList(),
                        closing(policies.size()))
                .html();
    }

    private static Part part(PolicyView policy, Instant at, boolean alone, boolean open, boolean environments) {
        var details = new ForecastPart(policy);
        var sections = new ArrayList<Section>();
        if (ForecastPart.isEmpty(policy.forecast())) {
            sections.add(new Section("Nothing runs", "The policy is paused, or has no tier.", List.of()));
        } else {
            if (!alone) {
                sections.add(new Section("", "", List.of(details.tiles())));
            }
            sections.addAll(details.sections(at));
        }
        return new Part(
                policy.id(),
                alone ? "" : policy.name(),
                (environments ? policy.environment() + ", " : "") + summary(policy),
                open,
                sections);
    }

    private static String summary(PolicyView policy) {
        String points = ForecastPart.count(policy.forecast());
        PolicyCost cost = policy.cost();
        return cost == null || cost.currency() == null ? points : points + ", " + Amounts.estimate(cost) + " a month";
    }

    private static DataTable overview(List<PolicyView> policies, boolean environments) {
        boolean priced = policies.stream().anyMatch(policy -> policy.cost() != null);
        var columns = new ArrayList<Column>();
        columns.add(Column.text("Policy"));
        if (environments) {
            columns.add(Column.text("Environment"));
        }
        // Beside the name, so that it can be seen on narrow screens too.
        if (priced) {
            columns.add(Column.number("Cost a month"));
        }
        columns.add(Column.number("At rest"));
        columns.add(Column.number("Look-back"));
        columns.add(Column.number("Lost at most"));
        columns.add(Column.number("Steady from"));
        if (priced) {
            columns.add(Column.number("Stored"));
        }
        var rows = new ArrayList<List<Cell>>();
        for (int i = 0; i < policies.size(); i++) {
            rows.add(row(policies.get(i), i < MOST_PARTS, environments, priced));
        }
        return DataTable.of("Policies", columns, rows);
    }

    private static List<Cell> row(PolicyView policy, boolean linked, boolean environments, boolean priced) {
        Forecast forecast = policy.forecast();
        RestorePoints points = forecast.restorePoints();
        var row = new ArrayList<Cell>();
        Cell name = Cell.of(policy.name());
        row.add(linked ? name.leadingTo(policy.id()) : name);
        if (environments) {
            row.add(Cell.of(policy.environment()));
        }
        Instant steady = points.steadyFrom();
        PolicyCost cost = policy.cost();
        if (priced) {
            row.add(Cell.of(cost == null ? Amounts.UNKNOWN : Amounts.estimate(cost)));
        }
        boolean grows = steady == null && !ForecastPart.isEmpty(forecast);
        row.add(Cell.of(grows ? "growing" : Integer.toString(points.atRest())));
        row.add(Cell.of(ForecastPart.lookback(forecast.lookback())));
        row.add(Cell.of(forecast.rpo() == null ? "everything" : Format.span(forecast.rpo())));
        row.add(Cell.of(steady == null ? "never" : Format.date(steady)));
        if (priced) {
            row.add(Cell.of(
                    cost == null ? Amounts.UNKNOWN : Format.bytes(cost.stored().estimate())));
        }
        return row;
    }

    private static List<String> closing(int size) {
        var lines = new ArrayList<String>();
        if (size > MOST_PARTS) {
            lines.add(
                    "Charts are shown for the first %s policies; name a policy to see its own.".formatted(MOST_PARTS));
        }
        lines.add("Counted from due times; a backup is a restore point from its start until it expires.");
        return lines;
    }
}
