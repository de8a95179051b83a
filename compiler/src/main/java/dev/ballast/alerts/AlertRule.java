package dev.ballast.alerts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An alerting rule, as Prometheus reads it.
 *
 * @param alert name
 * @param expr PromQL
 * @param pending how long the expression must hold before the alert fires, in Prometheus' own text
 * @param annotations texts, with templates of Prometheus
 */
@JsonPropertyOrder({"alert", "expr", "for", "labels", "annotations"})
public record AlertRule(
        String alert,
        String expr,
        @JsonProperty("for") String pending,
        SortedMap<String, String> labels,
        SortedMap<String, String> annotations) {
    public AlertRule {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    }

    /** The same with another expression. */
    public AlertRule with(String otherExpr) {
        return new AlertRule(alert, otherExpr, pending, labels, annotations);
    }

    /** Prometheus' text of a span: {@code 1d3h}. Whole seconds. */
    public static String span(Duration span) {
        var text = new StringBuilder();
        part(text, span.toDays(), "d");
        part(text, span.toHoursPart(), "h");
        part(text, span.toMinutesPart(), "m");
        part(text, span.toSecondsPart(), "s");
        return text.length() == 0 ? "0s" : text.toString();
    }

    private static void part(StringBuilder text, long number, String unit) {
        if (number > 0) {
            text.append(number).append(unit);
        }
    }
}
