package dev.ballast.alerttest;

import dev.ballast.alerts.Alert;
import dev.ballast.alerts.AlertRule;
import dev.ballast.alerts.Selector;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One story while it is being written. */
final class Scene {
    private final String name;
    private final Duration step;
    private final Map<String, Points> series = new LinkedHashMap<>();
    private final List<RuleTests.Check> checks = new ArrayList<>();
    private Duration end = Duration.ZERO;

    /**
     * Begins one.
     *
     * @param step between samples, and between evaluations
     */
    Scene(String name, Duration step) {
        this.name = name;
        this.step = step;
    }

    Duration step() {
        return step;
    }

    /** What a series says; replaces what it was said to say. */
    Scene with(Selector selector, Points points) {
        series.put(selector.toString(), points);
        return this;
    }

    /** A series that is not there. */
    Scene without(Selector selector) {
        series.remove(selector.toString());
        return this;
    }

    /** None of these fires at a time. */
    Scene quiet(Duration at, List<Alert> alerts) {
        alerts.forEach(alert -> check(at, alert, List.of()));
        return this;
    }

    Scene quiet(Duration at, Alert alert) {
        return quiet(at, List.of(alert));
    }

    /** Fires once at a time, with exactly the labels and texts of its rule. */
    Scene fires(Duration at, AlertRule rule, BigDecimal value, Map<String, String> ownLabels) {
        var labels = new TreeMap<>(rule.labels());
        labels.putAll(ownLabels);
        var annotations = new TreeMap<String, String>();
        rule.annotations()
                .forEach((key, text) ->
                        annotations.put(key, Templates.fill(text, value, ownLabels.getOrDefault("currency", ""))));
        end(at);
        checks.add(new RuleTests.Check(
                AlertRule.span(at), rule.alert(), List.of(new RuleTests.Expected(labels, annotations))));
        return this;
    }

    Scene fires(Duration at, AlertRule rule, BigDecimal value) {
        return fires(at, rule, value, Map.of());
    }

    Scene fires(Duration at, AlertRule rule) {
        return fires(at, rule, BigDecimal.ZERO);
    }

    private void check(Duration at, Alert alert, List<RuleTests.Expected> expected) {
        end(at);
        checks.add(new RuleTests.Check(AlertRule.span(at), alert.id(), expected));
    }

    private void end(Duration at) {
        if (at.compareTo(end) > 0) {
            end = at;
        }
    }

    /** As promtool reads it. */
    RuleTests.Story story() {
        return new RuleTests.Story(
                name,
                AlertRule.span(step),
                series.entrySet().stream()
                        .map(one -> new RuleTests.Series(
                                one.getKey(), one.getValue().text(step, end)))
                        .toList(),
                List.copyOf(checks));
    }
}
