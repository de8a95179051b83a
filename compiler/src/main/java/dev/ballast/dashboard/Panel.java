package dev.ballast.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A panel, or the head of a row.
 *
 * @param repeat variable for each of whose values a row is shown
 * @param collapsed of a row
 * @param options of its type
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Panel(
        int id,
        String type,
        String title,
        @Nullable String description,
        GridPos gridPos,
        Variable.@Nullable Source datasource,
        @Nullable List<Query> targets,
        @Nullable FieldConfig fieldConfig,
        @Nullable Map<String, Object> options,
        @Nullable List<Transformation> transformations,
        @Nullable String repeat,
        @Nullable Boolean collapsed,
        @Nullable List<Panel> panels) {

    /** Place in a grid of 24 columns. */
    record GridPos(int h, int w, int x, int y) {}

    /**
     * A question to Prometheus.
     *
     * @param format of its answer: {@code table} or {@code time_series}
     * @param legendFormat how a series is called
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Query(
            String refId,
            Variable.Source datasource,
            String expr,
            @Nullable String legendFormat,
            String format,
            boolean instant,
            boolean range) {
        static Query overTime(String refId, String expr, String legend) {
            return new Query(refId, Variable.Source.CHOSEN, expr, legend, "time_series", false, true);
        }

        static Query now(String refId, String expr, String legend) {
            return new Query(refId, Variable.Source.CHOSEN, expr, legend, "time_series", true, false);
        }

        static Query table(String refId, String expr) {
            return new Query(refId, Variable.Source.CHOSEN, expr, null, "table", true, false);
        }
    }

    /** How values are shown. */
    record FieldConfig(Defaults defaults, List<OfField> overrides) {}

    /**
     * Of all fields.
     *
     * @param unit in Grafana's words
     * @param noValue shown when there is nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Defaults(
            @Nullable String unit,
            @Nullable Integer decimals,
            @Nullable String noValue) {}

    /** Of one field. */
    record OfField(Matcher matcher, List<Property> properties) {
        static OfField unit(String field, String unit) {
            return new OfField(new Matcher("byName", field), List.of(new Property("unit", unit)));
        }
    }

    record Matcher(String id, String options) {}

    record Property(String id, Object value) {}

    /** What is done with answers before they are shown. */
    record Transformation(String id, Map<String, Object> options) {}

    static Panel row(int id, String title, int y, @Nullable String repeat) {
        return new Panel(
                id,
                "row",
                title,
                null,
                new GridPos(1, 24, 0, y),
                null,
                null,
                null,
                null,
                null,
                repeat,
                false,
                List.of());
    }

    static Panel of(
            int id,
            String type,
            String title,
            String description,
            GridPos place,
            List<Query> targets,
            FieldConfig fields,
            Map<String, Object> options,
            @Nullable List<Transformation> transformations) {
        return new Panel(
                id,
                type,
                title,
                description,
                place,
                Variable.Source.CHOSEN,
                targets,
                fields,
                options,
                transformations,
                null,
                null,
                null);
    }
}
