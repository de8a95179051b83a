package dev.ballast.dashboard;

import dev.ballast.dashboard.Panel.Defaults;
import dev.ballast.dashboard.Panel.FieldConfig;
import dev.ballast.dashboard.Panel.GridPos;
import dev.ballast.dashboard.Panel.Query;
import dev.ballast.dashboard.Panel.Transformation;
import dev.ballast.series.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The table of all policies. */
final class Overview {
    private static final int HEIGHT = 10;

    /** The first line below it. */
    static final int END = HEIGHT + 1;

    /** The first number that is free for panels. */
    static final int NEXT_ID = 3;

    /**
     * A column.
     *
     * @param unit in Grafana's words; absent for a plain number
     */
    private record Column(
            String title, String expr, @Nullable String unit) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("restore points", Queries.ofAllTiers(Metric.RESTORE_POINTS), null),
            new Column("promised by now", Queries.ofAllTiers(Metric.RESTORE_POINTS_PROMISED), null),
            new Column("newest good", Queries.youngest(), "s"),
            new Column("findings", Queries.all("kind", Metric.EXECUTION_FINDINGS), null),
            new Column("drifted objects", Queries.all("kind", Metric.DRIFTED_MANIFESTS), null),
            new Column("stored", Queries.ofPolicy(Metric.STORED_BYTES_ACTUAL), "bytes"),
            new Column("expected a month", Queries.money(Metric.COST_EXPECTED_MONTHLY), null),
            new Column("actual a month", Queries.money(Metric.COST_ACTUAL_MONTHLY), null),
            new Column("budget a month", Queries.money(Metric.COST_BUDGET_MONTHLY), null));

    private Overview() {}

    static List<Panel> panels() {
        var targets = new ArrayList<Query>();
        var names = new TreeMap<String, Object>();
        var overrides = new ArrayList<Panel.OfField>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            Column column = COLUMNS.get(i);
            String refId = String.valueOf((char) ('A' + i));
            targets.add(Query.table(refId, column.expr()));
            names.put("Value #" + refId, column.title());
            String unit = column.unit();
            if (unit != null) {
                overrides.add(Panel.OfField.unit(column.title(), unit));
            }
        }
        var organize = new TreeMap<String, Object>();
        organize.put("excludeByName", Map.of("Time", true));
        organize.put("renameByName", names);
        return List.of(
                Panel.row(1, "All policies", 0, null),
                Panel.of(
                        2,
                        "table",
                        "Policies",
                        "A line for each policy and cluster, as it is now.",
                        new GridPos(HEIGHT, 24, 0, 1),
                        targets,
                        new FieldConfig(new Defaults(null, 2, "–"), overrides),
                        Map.of("showHeader", true),
                        List.of(new Transformation("merge", Map.of()), new Transformation("organize", organize))));
    }
}
