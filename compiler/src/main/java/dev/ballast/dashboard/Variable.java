package dev.ballast.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ballast.series.Metric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is chosen at the top.
 *
 * @param refresh 2: whenever the range of time changes
 * @param sort 1: by name
 * @param allValue what "all" stands for in a query
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Variable(
        String name,
        String label,
        String type,
        String query,
        @Nullable Source datasource,
        int refresh,
        @Nullable Integer sort,
        boolean multi,
        boolean includeAll,
        @Nullable String allValue) {

    /** Where series come from. */
    record Source(String type, String uid) {
        static final Source CHOSEN = new Source("prometheus", "${datasource}");
    }

    static final List<Variable> ALL = List.of(
            new Variable("datasource", "Prometheus", "datasource", "prometheus", null, 1, null, false, false, null),
            label("environment", "Environment", "", ".*"),
            label("cluster", "Cluster", "environment=~\"$environment\"", ".*"),
            label("policy", "Policy", "environment=~\"$environment\", cluster=~\"$cluster\"", null));

    /** Values of a label, of those that were chosen before. Rows are repeated for each policy, so that "all" has to be each of them. */
    private static Variable label(String name, String title, String chosen, @Nullable String allValue) {
        String series = Metric.RESTORE_POINTS.id() + (chosen.isEmpty() ? "" : "{" + chosen + "}");
        return new Variable(
                name,
                title,
                "query",
                "label_values(%s, %s)".formatted(series, name),
                Source.CHOSEN,
                2,
                1,
                true,
                true,
                allValue);
    }
}
