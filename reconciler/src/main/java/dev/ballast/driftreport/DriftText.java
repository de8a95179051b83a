package dev.ballast.driftreport;

import dev.ballast.drift.CostDrift;
import dev.ballast.drift.DriftReport;
import dev.ballast.drift.ExecutionDrift;
import dev.ballast.drift.FieldDrift;
import dev.ballast.drift.ManifestDrift;
import dev.ballast.drift.PolicyDrift;
import dev.ballast.report.Cells;
import dev.ballast.report.TextTable;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Drift for people: policy by policy its manifests, its backups and its cost, each finding with what to do; then who is as he should be. */
public final class DriftText {
    private static final String INDENT = "  ";
    private static final String DEEPER = "      ";

    private final StringBuilder text = new StringBuilder();
    private final DriftReport report;

    private DriftText(DriftReport report) {
        this.report = report;
    }

    /** The whole text, ending with a line break. */
    public static String of(DriftReport report) {
        var text = new DriftText(report);
        text.line(DriftWords.headline(report));
        report.policies().stream().filter(policy -> !policy.isNone()).forEach(text::policy);
        text.shared();
        text.inSync();
        return text.text.toString();
    }

    private void policy(PolicyDrift policy) {
        line("");
        line("%s, %s".formatted(policy.policy(), DriftWords.points(policy.health(), report.at())));
        if (!policy.manifests().isEmpty()) {
            section("manifests");
            policy.manifests().forEach(this::manifest);
        }
        if (!policy.health().findings().isEmpty()) {
            section("backups");
            policy.health().findings().forEach(this::execution);
        }
        cost(policy.cost());
    }

    private void shared() {
        if (report.shared().isEmpty() && !DriftCosts.isTold(report.unowned())) {
            return;
        }
        line("");
        line("of no policy");
        if (!report.shared().isEmpty()) {
            section("manifests");
            report.shared().forEach(this::manifest);
        }
        cost(report.unowned());
    }

    private void inSync() {
        List<PolicyDrift> alright =
                report.policies().stream().filter(PolicyDrift::isNone).toList();
        if (!alright.isEmpty()) {
            line("");
            line("as it should be");
            var table = new TextTable(List.of("policy", "restore points"));
            alright.forEach(policy -> table.row(policy.policy(), DriftWords.points(policy.health(), report.at())));
            text.append(table.text(INDENT));
        }
    }

    private void section(String title) {
        line("");
        line(INDENT + title);
    }

    private void manifest(ManifestDrift drift) {
        finding(drift.kind().word(), "", drift.since(), drift.message());
        if (!drift.fields().isEmpty()) {
            var table = new TextTable(List.of("field", "expected", "actual", "by", "since (UTC)"));
            drift.fields().forEach(field -> field(table, field));
            text.append(table.text(DEEPER));
        }
        help(drift.help());
    }

    private static void field(TextTable table, FieldDrift field) {
        table.row(
                field.path(),
                DriftWords.value(field.expected()),
                DriftWords.value(field.actual()),
                DriftWords.author(field.author()),
                DriftWords.time(field.author() == null ? null : field.author().time()));
    }

    private void execution(ExecutionDrift drift) {
        finding(drift.kind().word(), drift.tier() == null ? "" : drift.tier().word(), drift.since(), drift.message());
        drift.backups().forEach(backup -> line(DEEPER + backup));
        int more = drift.count() - drift.backups().size();
        if (more > 0 && drift.backups().size() == ExecutionDrift.NAMED) {
            line("%sand %d more".formatted(DEEPER, more));
        }
        help(drift.help());
    }

    private void cost(@Nullable CostDrift cost) {
        if (cost != null && DriftCosts.isTold(cost)) {
            boolean small = cost.currency() != null && !cost.alarming();
            section(small ? "storage cost, within the thresholds" : "storage cost");
            DriftWords.cost(cost).forEach(line -> line(INDENT + INDENT + line));
            text.append(CostTable.numbers(cost).text(DEEPER));
            DriftCosts.causes(cost)
                    .forEach(cause -> cost.evidence()
                            .getOrDefault(cause.kind(), List.of())
                            .forEach(why -> text.append(Wrapped.text(
                                    "%s%s: ".formatted(DEEPER, cause.kind().word()), DEEPER + INDENT, why))));
        }
    }

    private void finding(String kind, String tier, @Nullable Instant since, String message) {
        var title = new StringJoiner(", ", INDENT + INDENT, "").add(kind);
        if (!tier.isEmpty()) {
            title.add(tier);
        }
        if (since != null) {
            title.add("since %s UTC".formatted(DriftWords.time(since)));
        }
        line(title.toString());
        text.append(Wrapped.text(DEEPER, DEEPER, message));
    }

    private void help(String help) {
        text.append(Wrapped.text(DEEPER + "= ", DEEPER + INDENT, help));
    }

    private void line(String line) {
        text.append(Cells.line(line)).append('\n');
    }
}
