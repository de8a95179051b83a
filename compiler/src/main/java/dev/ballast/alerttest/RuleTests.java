package dev.ballast.alerttest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.SortedMap;

/**
 * A file of unit tests, as promtool reads it.
 *
 * @param ruleFiles relative to the file
 * @param step how often rules are evaluated
 */
@JsonPropertyOrder({"rule_files", "evaluation_interval", "tests"})
public record RuleTests(
        @JsonProperty("rule_files") List<String> ruleFiles,
        @JsonProperty("evaluation_interval") String step,
        List<Story> tests) {

    /**
     * One story.
     *
     * @param interval between samples
     */
    @JsonPropertyOrder({"name", "interval", "input_series", "alert_rule_test"})
    public record Story(
            String name,
            String interval,
            @JsonProperty("input_series") List<Series> series,
            @JsonProperty("alert_rule_test") List<Check> checks) {}

    /**
     * Samples of a series.
     *
     * @param values in promtool's notation
     */
    public record Series(String series, String values) {}

    /**
     * What an alert says at a time.
     *
     * @param at since the beginning
     * @param alerts all that fire; none when it must be quiet
     */
    @JsonPropertyOrder({"eval_time", "alertname", "exp_alerts"})
    public record Check(
            @JsonProperty("eval_time") String at,
            @JsonProperty("alertname") String name,

            @JsonProperty("exp_alerts") @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<Expected> alerts) {}

    /** An alert that fires, exactly. */
    @JsonPropertyOrder({"exp_labels", "exp_annotations"})
    public record Expected(
            @JsonProperty("exp_labels") SortedMap<String, String> labels,
            @JsonProperty("exp_annotations") SortedMap<String, String> annotations) {}
}
