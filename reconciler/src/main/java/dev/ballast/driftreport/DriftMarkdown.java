package dev.ballast.driftreport;

import dev.ballast.drift.CostDrift;
import dev.ballast.drift.DriftReport;
import dev.ballast.drift.ExecutionDrift;
import dev.ballast.drift.ManifestDrift;
import dev.ballast.drift.PolicyDrift;
import dev.ballast.report.TextTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drift as Markdown: a heading for each policy that is off, and a table for each of the three sections. */
public final class DriftMarkdown {
    private final StringBuilder text = new StringBuilder();
    private final DriftReport report;

    private DriftMarkdown(DriftReport report) {
        this.report = report;
    }

    /** The whole text, ending with a line break. */
    public static String of(DriftReport report) {
        var text = new DriftMarkdown(report);
        text.text.append("### Drift of ").append(DriftWords.headline(report)).append('\n');
        report.policies().stream().filter(policy -> !policy.isNone()).forEach(text::policy);
        text.shared();
        text.inSync();
        return text.text.toString();
    }

    private void policy(PolicyDrift policy) {
        heading("`%s`, %s".formatted(policy.policy(), DriftWords.points(policy.health(), report.at())));
        manifests(policy.manifests());
        execution(policy.health().findings());
        cost(policy.cost());
    }

    private void shared() {
        if (!report.shared().isEmpty() || DriftCosts.isTold(report.unowned())) {
            heading("of no policy");
            manifests(report.shared());
            cost(report.unowned());
        }
    }

    private void inSync() {
        List<String> alright = report.policies().stream()
                .filter(PolicyDrift::isNone)
                .map(policy -> "`" + policy.policy() + "`")
                .toList();
        if (!alright.isEmpty()) {
            text.append("\nAs it should be: ")
                    .append(String.join(", ", alright))
                    .append('\n');
        }
    }

    private void heading(String heading) {
        text.append("\n#### ").append(heading).append('\n');
    }

    private void manifests(List<ManifestDrift> drifts) {
        if (drifts.isEmpty()) {
            return;
        }
        var table = new TextTable(List.of("manifests", "what", "field", "expected", "actual", "by", "to do"));
        for (ManifestDrift drift : drifts) {
            if (drift.fields().isEmpty()) {
                table.row(drift.kind().word(), drift.message(), "", "", "", "", drift.help());
            }
            drift.fields()
                    .forEach(field -> table.row(
                            drift.kind().word(),
                            "`%s`".formatted(drift.object()),
                            "`%s`".formatted(field.path()),
                            DriftWords.value(field.expected()),
                            DriftWords.value(field.actual()),
                            DriftWords.author(field.author()),
                            drift.help()));
        }
        table(table);
    }

    private void execution(List<ExecutionDrift> drifts) {
        if (drifts.isEmpty()) {
            return;
        }
        var table = new TextTable(List.of("backups", "tier", "what", "since (UTC)", "to do"));
        drifts.forEach(drift -> table.row(
                drift.kind().word(),
                drift.tier() == null ? "" : drift.tier().word(),
                drift.message(),
                DriftWords.time(drift.since()),
                drift.help()));
        table(table);
    }

    private void cost(@Nullable CostDrift cost) {
        if (cost != null && DriftCosts.isTold(cost)) {
            text.append("\nStorage cost: ")
                    .append(String.join("; ", DriftWords.cost(cost)))
                    .append('\n');
            table(CostTable.withReasons(cost));
        }
    }

    private void table(TextTable table) {
        text.append('\n').append(table.markdown());
    }
}
