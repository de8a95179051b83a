package dev.ballast.driftreport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.cost.Cause;
import dev.ballast.drift.Author;
import dev.ballast.drift.CostDrift;
import dev.ballast.drift.DriftReport;
import dev.ballast.drift.ExecutionDrift;
import dev.ballast.drift.FieldDrift;
import dev.ballast.drift.Health;
import dev.ballast.drift.ManifestDrift;
import dev.ballast.drift.PolicyDrift;
import dev.ballast.drift.TierHealth;
import dev.ballast.policy.Quantities;
import dev.ballast.report.Findings;
import dev.ballast.report.ReportEnvelope;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Drift as a DriftReport. */
public final class DriftJson {
    private DriftJson() {}

    /** The report, valid against {@code drift-report.schema.json}. */
    public static ObjectNode of(DriftReport drift, Findings findings) {
        ObjectNode report = ReportEnvelope.head("DriftReport", drift.environment(), drift.at());
        summary(report.putObject("summary"), drift);
        ArrayNode policies = report.putArray("policies");
        drift.policies().forEach(policy -> policy(policies.addObject(), policy));
        ObjectNode shared = report.putObject("shared");
        manifests(shared, drift.shared());
        if (drift.unowned() != null) {
            cost(shared.putObject("cost"), drift.unowned());
        }
        report.set("diagnostics", ReportEnvelope.diagnostics(findings));
        return report;
    }

    private static void summary(ObjectNode summary, DriftReport drift) {
        summary.put("drift", !drift.isNone());
        summary.put("policies", drift.policies().size());
        summary.put(
                "drifted",
                drift.policies().stream().filter(policy -> !policy.isNone()).count());
        summary.put(
                "manifests",
                drift.shared().size()
                        + drift.policies().stream()
                                .mapToInt(policy -> policy.manifests().size())
                                .sum());
        summary.put(
                "execution",
                drift.policies().stream()
                        .mapToInt(policy -> policy.health().findings().size())
                        .sum());
        summary.put(
                "costs",
                Stream.concat(drift.policies().stream().map(PolicyDrift::cost), Stream.ofNullable(drift.unowned()))
                        .filter(Objects::nonNull)
                        .filter(CostDrift::alarming)
                        .count());
    }

    private static void policy(ObjectNode node, PolicyDrift policy) {
        node.put("policy", policy.policy()).put("drift", !policy.isNone());
        manifests(node, policy.manifests());
        ArrayNode execution = node.putArray("execution");
        policy.health().findings().forEach(finding -> execution(execution.addObject(), finding));
        health(node, policy.health());
        if (policy.cost() != null) {
            cost(node.putObject("cost"), policy.cost());
        }
    }

    private static void manifests(ObjectNode node, List<ManifestDrift> drifts) {
        ArrayNode manifests = node.putArray("manifests");
        for (ManifestDrift drift : drifts) {
            ObjectNode entry = manifests
                    .addObject()
                    .put("kind", drift.kind().word())
                    .put("object", drift.object())
                    .put("message", drift.message())
                    .put("help", drift.help());
            author(entry, drift.author());
            put(entry, "since", drift.since());
            ArrayNode fields = entry.putArray("fields");
            drift.fields().forEach(field -> field(fields.addObject(), field));
        }
    }

    private static void field(ObjectNode node, FieldDrift field) {
        node.put("path", field.path());
        put(node, "expected", field.expected());
        put(node, "actual", field.actual());
        author(node, field.author());
    }

    /** A null in an object says as much as an absent field does, and no report has any. */
    private static void put(ObjectNode node, String member, @Nullable JsonNode value) {
        if (value != null && !value.isNull()) {
            node.set(member, value);
        }
    }

    private static void author(ObjectNode node, @Nullable Author author) {
        if (author != null) {
            ObjectNode by =
                    node.putObject("by").put("manager", author.manager()).put("operation", author.operation());
            put(by, "time", author.time());
        }
    }

    private static void execution(ObjectNode node, ExecutionDrift drift) {
        node.put("kind", drift.kind().word()).put("protection", drift.kind().isProtection());
        if (drift.tier() != null) {
            node.put("tier", drift.tier().word());
        }
        put(node, "since", drift.since());
        node.put("count", drift.count());
        ArrayNode backups = node.putArray("backups");
        drift.backups().forEach(backups::add);
        node.put("message", drift.message()).put("help", drift.help());
    }

    private static void health(ObjectNode node, Health health) {
        node.putObject("restorePoints").put("actual", health.points()).put("expected", health.promised());
        put(node, "lastGood", health.lastGood().orElse(null));
        if (health.rpo() != null) {
            node.put("rpo", Quantities.goText(health.rpo()));
        }
        ArrayNode tiers = node.putArray("tiers");
        for (TierHealth tier : health.tiers()) {
            ObjectNode entry = tiers.addObject().put("tier", tier.tier().word()).put("schedule", tier.schedule());
            entry.putObject("restorePoints")
                    .put("actual", tier.points())
                    .put("expected", tier.promised())
                    .put("atRest", tier.atRest());
            put(entry, "lastRun", tier.lastRun());
            put(entry, "lastGood", tier.lastGood());
            put(entry, "nextRun", tier.nextRun());
        }
    }

    private static void cost(ObjectNode node, CostDrift cost) {
        boolean priced = cost.currency() != null;
        if (cost.currency() != null) {
            node.put("currency", cost.currency().getCurrencyCode());
        }
        node.put("expectedBytes", cost.parts().expected().bytes())
                .put("actualBytes", cost.parts().actual().bytes())
                .put("driftBytes", cost.driftBytes());
        if (priced) {
            node.put("expected", DriftWords.money(cost.parts().expected().monthly()))
                    .put("actual", DriftWords.money(cost.parts().actual().monthly()))
                    .put("drift", DriftWords.money(cost.drift()));
        }
        node.put("alarming", cost.alarming());
        node.putObject("certainty")
                .put("expected", cost.expected().word())
                .put("actual", cost.actual().word());
        ArrayNode causes = node.putArray("causes");
        for (Cause cause : DriftCosts.causes(cost)) {
            ObjectNode entry =
                    causes.addObject().put("cause", cause.kind().word()).put("bytes", cause.bytes());
            if (priced) {
                entry.put("amount", DriftWords.money(cause.amount()));
            }
            ArrayNode evidence = entry.putArray("evidence");
            cost.evidence().getOrDefault(cause.kind(), List.of()).forEach(evidence::add);
        }
    }

    private static void put(ObjectNode node, String member, @Nullable Instant time) {
        if (time != null) {
            node.put(member, time.toString());
        }
    }
}
