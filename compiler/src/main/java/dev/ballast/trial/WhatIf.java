package dev.ballast.trial;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.forecast.Lookback;
import dev.ballast.forecast.RestorePoints;
import dev.ballast.outlook.PolicyOutlook;
import dev.ballast.policy.Money;
import dev.ballast.policy.Quantities;
import dev.ballast.report.Ages;
import dev.ballast.report.ReportEnvelope;
import dev.ballast.report.TextTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Promises side by side.
 *
 * @param environment absent when the input declares none
 * @param at from when on they are forecast
 * @param alternatives the current one first
 */
public record WhatIf(String policy, @Nullable String environment, Instant at, List<Alternative> alternatives) {

    /** For people. */
    public String text() {
        return "%s%s\n\n%s%s".formatted(policy, in(), table().text("  "), refused("  "));
    }

    /** For a comment. */
    public String markdown() {
        return "**%s**%s\n\n%s%s".formatted(policy, in(), table().markdown(), refused("- "));
    }

    private String in() {
        return environment == null ? "" : " in " + environment;
    }

    private TextTable table() {
        boolean priced = alternatives.stream()
                .anyMatch(alternative -> alternative.monthly().isPresent());
        var head = new ArrayList<String>(List.of("", "keep", ">points", ">look-back"));
        for (Duration age : PolicyOutlook.AGES) {
            head.add(">gap " + Ages.text(age));
        }
        if (priced) {
            head.add(">a month");
        }
        var table = new TextTable(head);
        for (Alternative alternative : alternatives) {
            var row = new ArrayList<String>();
            row.add(alternative.current() ? "now" : "");
            row.add(alternative.keep());
            row.add(Integer.toString(alternative.forecast().restorePoints().atRest()));
            row.add(lookback(alternative.forecast().lookback()));
            for (Duration age : PolicyOutlook.AGES) {
                row.add(alternative.forecast().worstGap(age).map(Ages::text).orElse("-"));
            }
            if (priced) {
                row.add(alternative.monthly().map(Money::toString).orElse("not known"));
            }
            table.row(row);
        }
        return table;
    }

    private static String lookback(Lookback lookback) {
        Duration guaranteed = lookback.guaranteed();
        return lookback.forever() ? "forever" : guaranteed == null ? "-" : Ages.text(guaranteed);
    }

    private String refused(String indent) {
        var text = new StringBuilder();
        for (Alternative alternative : alternatives) {
            for (Diagnostic error : alternative.errors()) {
                text.append(text.length() == 0 ? "\n" : "");
                text.append("%s`%s` is refused: %s (%s)\n"
                        .formatted(indent, alternative.keep(), error.message(), error.rule()));
            }
        }
        return text.toString();
    }

    /** As a CompareReport, valid against {@code compare-report.schema.json}. */
    public ObjectNode json() {
        ObjectNode report =
                ReportEnvelope.head("CompareReport", environment, at).put("policy", policy);
        ArrayNode entries = report.putArray("alternatives");
        for (Alternative alternative : alternatives) {
            json(alternative, entries.addObject());
        }
        report.putArray("diagnostics");
        return report;
    }

    private static void json(Alternative alternative, ObjectNode node) {
        RestorePoints points = alternative.forecast().restorePoints();
        Lookback lookback = alternative.forecast().lookback();
        node.put("keep", alternative.keep()).put("current", alternative.current());
        node.putObject("restorePoints")
                .put("atRest", points.atRest())
                .put("minimum", points.minimum())
                .put("maximum", points.maximum());
        ObjectNode back = node.putObject("lookback").put("forever", lookback.forever());
        if (lookback.guaranteed() != null) {
            back.put("guaranteed", Quantities.goText(lookback.guaranteed()));
        }
        ArrayNode gaps = node.putArray("worstGaps");
        for (Duration age : PolicyOutlook.AGES) {
            alternative
                    .forecast()
                    .worstGap(age)
                    .ifPresent(gap ->
                            gaps.addObject().put("age", Quantities.goText(age)).put("gap", Quantities.goText(gap)));
        }
        alternative
                .monthly()
                .ifPresent(money -> node.putObject("monthly")
                        .put("amount", money.amount().toPlainString())
                        .put("currency", money.currency().getCurrencyCode()));
        ArrayNode refused = node.putArray("refused");
        alternative
                .errors()
                .forEach(error -> refused.addObject().put("rule", error.rule()).put("message", error.message()));
    }
}
