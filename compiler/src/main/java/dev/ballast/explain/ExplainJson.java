package dev.ballast.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.diagnostic.Region;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Keep;
import dev.ballast.policy.Quantities;
import dev.ballast.report.ReportEnvelope;

/** An explanation as an ExplainReport. */
public final class ExplainJson {
    private ExplainJson() {}

    /** The report, valid against {@code explain-report.schema.json}. */
    public static ObjectNode of(Explanation explanation) {
        ObjectNode report = ReportEnvelope.head("ExplainReport", explanation.environment(), explanation.at());
        report.put("policy", explanation.policy());
        report.set("effective", explanation.effective());
        ObjectNode provenance = report.putObject("provenance");
        explanation.values().forEach(value -> origin(provenance.putObject(value.pointer()), value));
        ArrayNode tiers = report.putArray("tiers");
        explanation.tiers().forEach(tier -> tier(tiers.addObject(), tier));
        report.set("diagnostics", ReportEnvelope.diagnostics(explanation.findings()));
        return report;
    }

    private static void origin(ObjectNode node, Explanation.Value value) {
        node.put("file", value.source());
        Region region = value.region();
        if (region != null) {
            node.put("line", region.line()).put("column", region.column());
        }
        node.put("layer", value.layer());
    }

    private static void tier(ObjectNode node, Explanation.Tier tier) {
        TierPlan plan = tier.plan();
        node.put("tier", plan.tier().word())
                .put("schedule", plan.cron())
                .put(
                        "timezone",
                        plan.zone().getId().equals("Z") ? "UTC" : plan.zone().getId())
                .put("ttl", Quantities.goText(plan.ttl()))
                .put("reason", plan.ttlReason());
        if (plan.keep() instanceof Keep.Count count) {
            node.put("count", count.backups());
        }
        node.put("name", plan.name());
        ArrayNode runs = node.putArray("nextRuns");
        tier.nextRuns().forEach(run -> runs.add(run.toString()));
    }
}
