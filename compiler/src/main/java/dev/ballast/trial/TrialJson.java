package dev.ballast.trial;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.policy.PolicyTest;
import dev.ballast.policy.Quantities;
import dev.ballast.report.Findings;
import dev.ballast.report.ReportEnvelope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trials as a TestReport. */
public final class TrialJson {
    private TrialJson() {}

    /**
     * The report, valid against {@code test-report.schema.json}.
     *
     * @param environment the one that was asked for; absent when none was, or all
     */
    public static ObjectNode of(List<Trial> trials, Findings findings, @Nullable String environment, Instant at) {
        ObjectNode report = ReportEnvelope.head("TestReport", environment, at);
        report.putObject("summary")
                .put("tests", trials.size())
                .put("failed", trials.stream().filter(trial -> !trial.holds()).count());
        ArrayNode tests = report.putArray("tests");
        trials.forEach(trial -> trial(trial, tests.addObject()));
        report.set("diagnostics", ReportEnvelope.diagnostics(findings));
        return report;
    }

    private static void trial(Trial trial, ObjectNode node) {
        PolicyTest test = trial.test();
        node.put("test", test.name()).put("policy", test.policy());
        if (trial.environment() != null) {
            node.put("environment", trial.environment());
        }
        node.put("from", test.from().toString()).put("days", test.days()).put("holds", trial.holds());
        ArrayNode statements = node.putArray("statements");
        for (Judged judged : trial.statements()) {
            ObjectNode statement = statements
                    .addObject()
                    .put("statement", judged.statement())
                    .put("expected", judged.expected())
                    .put("found", judged.found())
                    .put("holds", judged.holds());
            Judged.Breach breach = judged.breach();
            if (breach != null) {
                statement.put("at", breach.at().toString()).put("message", breach.message());
                ArrayNode timeline = statement.putArray("timeline");
                breach.timeline().forEach(row -> row(row, timeline.addObject()));
            }
        }
    }

    private static void row(Row row, ObjectNode node) {
        node.put("time", row.time().toString());
        ArrayNode events = node.putArray("events");
        row.events().forEach(events::add);
        node.put("points", row.points());
        if (row.newest() != null) {
            node.put("newest", Quantities.goText(row.newest()));
        }
    }
}
