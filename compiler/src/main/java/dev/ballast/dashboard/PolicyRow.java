package dev.ballast.dashboard;

import dev.ballast.dashboard.Panel.Defaults;
import dev.ballast.dashboard.Panel.FieldConfig;
import dev.ballast.dashboard.Panel.GridPos;
import dev.ballast.dashboard.Panel.Query;
import dev.ballast.series.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is shown of each policy. */
final class PolicyRow {
    private static final int HEIGHT = 8;
    private static final int WIDTH = 8;
    private static final int IN_A_LINE = 3;

    private final List<Panel> panels = new ArrayList<>();

    private PolicyRow() {}

    static List<Panel> panels() {
        var row = new PolicyRow();
        row.panels.add(Panel.row(Overview.NEXT_ID, "$policy", Overview.END, "policy"));
        row.promises();
        row.money();
        row.findings();
        return row.panels;
    }

    private void promises() {
        overTime(
                "Restore points",
                "What can be restored, and what was due by now and has not expired.",
                null,
                Query.overTime("A", Queries.ofTier(Metric.RESTORE_POINTS), "{{cluster}} {{tier}}"),
                Query.overTime("B", Queries.ofTier(Metric.RESTORE_POINTS_PROMISED), "{{cluster}} {{tier}}, promised"));
        overTime(
                "Age of the newest good backup",
                "Of each tier, and the longest time between two runs: beyond that and the time of a run it is too old.",
                "s",
                Query.overTime("A", Queries.age(), "{{cluster}} {{tier}}"),
                Query.overTime(
                        "B", Queries.ofTier(Metric.EXPECTED_INTERVAL_SECONDS), "{{cluster}} {{tier}}, run to run"));
    }

    private void money() {
        overTime(
                "Cost a month",
                "Of what should be stored by now, of what is stored, and what may be spent.",
                null,
                Query.overTime("A", Queries.money(Metric.COST_EXPECTED_MONTHLY), "{{cluster}} expected {{currency}}"),
                Query.overTime("B", Queries.money(Metric.COST_ACTUAL_MONTHLY), "{{cluster}} actual {{currency}}"),
                Query.overTime("C", Queries.money(Metric.COST_BUDGET_MONTHLY), "{{cluster}} budget {{currency}}"));
        overTime(
                "Cost beyond what is expected, by cause",
                "How much more a month costs; negative for less.",
                null,
                Query.overTime(
                        "A",
                        Queries.by("cause, currency", Metric.COST_DRIFT_MONTHLY) + " != 0",
                        "{{cluster}} {{cause}} {{currency}}"));
        overTime(
                "Stored",
                "What should be stored by now, and what is.",
                "bytes",
                Query.overTime("A", Queries.ofPolicy(Metric.STORED_BYTES_EXPECTED), "{{cluster}} expected"),
                Query.overTime("B", Queries.ofPolicy(Metric.STORED_BYTES_ACTUAL), "{{cluster}} actual"));
    }

    private void findings() {
        var options = new TreeMap<String, Object>();
        options.put("reduceOptions", new TreeMap<>(Map.of("calcs", List.of("lastNotNull"), "values", false)));
        options.put("textMode", "value_and_name");
        options.put("colorMode", "none");
        panels.add(Panel.of(
                id(),
                "stat",
                "Findings",
                "What is wrong with backups, objects that are not as the policy wants them, and backups that the guard keeps.",
                place(),
                List.of(
                        Query.now("A", Queries.by("kind", Metric.EXECUTION_FINDINGS) + " > 0", "{{cluster}} {{kind}}"),
                        Query.now(
                                "B",
                                Queries.by("kind", Metric.DRIFTED_MANIFESTS) + " > 0",
                                "{{cluster}} objects {{kind}}"),
                        Query.now(
                                "C",
                                Queries.ofPolicy(Metric.GUARD_EXTENDED) + " > 0",
                                "{{cluster}} kept by the guard")),
                new FieldConfig(new Defaults(null, null, "none"), List.of()),
                options,
                null));
    }

    private void overTime(String title, String description, @Nullable String unit, Query... queries) {
        var legend = new TreeMap<String, Object>(
                Map.of("displayMode", "list", "placement", "bottom", "showLegend", true, "calcs", List.of()));
        var tooltip = new TreeMap<String, Object>(Map.of("mode", "multi", "sort", "none"));
        panels.add(Panel.of(
                id(),
                "timeseries",
                title,
                description,
                place(),
                List.of(queries),
                new FieldConfig(new Defaults(unit, null, null), List.of()),
                new TreeMap<>(Map.of("legend", legend, "tooltip", tooltip)),
                null));
    }

    private int id() {
        return Overview.NEXT_ID + panels.size();
    }

    private GridPos place() {
        int before = panels.size() - 1;
        return new GridPos(HEIGHT, WIDTH, before % IN_A_LINE * WIDTH, Overview.END + 1 + before / IN_A_LINE * HEIGHT);
    }
}
