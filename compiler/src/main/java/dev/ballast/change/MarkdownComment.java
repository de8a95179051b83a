package dev.ballast.change;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.change.Headline.Scoped;
import dev.ballast.cost.Cause;
import dev.ballast.report.Cells;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rendering of a comment, to some extent. */
final class MarkdownComment {
    /** How many crossings are listed; a fleet may have thousands. */
    private static final int CROSSINGS = 20;

    private final Comparison comparison;
    private final PlanMarkdown.Extent extent;
    private final List<Scoped> changed;
    private final StringBuilder out = new StringBuilder();

    MarkdownComment(Comparison comparison, PlanMarkdown.Extent extent) {
        this.comparison = comparison;
        this.extent = extent;
        this.changed = Headline.changed(comparison.changes());
    }

    String render(String tag) {
        out.append("<!-- ballast:plan tag=%s valid-at=%s -->\n".formatted(tag, comparison.at()));
        out.append(comparison.decision() == Decision.BLOCKED ? "### Ballast: blocked\n\n" : "### Ballast\n\n");
        out.append("**").append(Markdown.message(Headline.of(comparison))).append("**\n");
        crossings();
        base();
        environments();
        table();
        details();
        footer();
        return out.toString();
    }

    private void crossings() {
        List<Crossing> crossings = comparison.crossings();
        if (crossings.isEmpty()) {
            return;
        }
        out.append("\n");
        for (Crossing crossing : crossings.subList(0, Math.min(CROSSINGS, crossings.size()))) {
            String policy = crossing.policy();
            out.append("- ⛔ %s %s%s%s\n"
                    .formatted(
                            Markdown.code(crossing.rule()),
                            Markdown.message(crossing.message()),
                            policy == null
                                    ? ""
                                    : " (%s)".formatted(Markdown.text(Phrases.scope(policy, crossing.environment()))),
                            crossing.worse() ? ": it was so before, and gets worse" : ""));
        }
        if (crossings.size() > CROSSINGS) {
            out.append("- and %d more\n".formatted(crossings.size() - CROSSINGS));
        }
    }

    private void base() {
        int errors = comparison.base().errors();
        if (errors > 0) {
            out.append("\n> The base has %d %s; it counts as far as it compiles.\n"
                    .formatted(errors, errors == 1 ? "error" : "errors"));
        }
    }

    private void environments() {
        for (EnvironmentChange environment : comparison.changes().environments()) {
            String name = environment.name();
            if (environment.movesVelero()) {
                long runs = environment.policies().stream()
                        .mapToLong(policy -> policy.runs().size())
                        .sum();
                out.append("\nVelero%s: %s → %s; %s.\n"
                        .formatted(
                                name == null ? "" : " of " + Markdown.code(name),
                                environment.veleroBefore(),
                                environment.veleroAfter(),
                                runs == 0
                                        ? "every Schedule runs when it ran before"
                                        : "%d Schedules run at other times, or are refused".formatted(runs)));
            }
            if (!environment.objects().isEmpty()) {
                out.append("\nIn %s, beside the policies: %s.\n"
                        .formatted(
                                name == null ? "the cluster" : Markdown.code(name),
                                String.join(
                                        ", ",
                                        environment.objects().stream()
                                                .limit(10)
                                                .map(change -> Markdown.code(Phrases.mark(change.change()) + " "
                                                        + change.object().id()))
                                                .toList())));
            }
            environment.abandoned().stream()
                    .limit(CROSSINGS)
                    .forEach(location ->
                            out.append("\n> ⚠ %s.\n".formatted(Markdown.message(Phrases.abandoned(location)))));
        }
    }

    private void table() {
        if (changed.isEmpty() || extent.rows() == 0) {
            left(changed.size());
            return;
        }
        List<Scoped> rows = shown();
        boolean environments = rows.stream().anyMatch(row -> row.environment().name() != null);
        var head = new ArrayList<>(List.of("", "policy"));
        if (environments) {
            head.add("environment");
        }
        boolean money = rows.stream().map(Scoped::policy).anyMatch(PlanText::hasBill);
        head.addAll(TableRow.head(money));
        out.append('\n').append(Markdown.row(head));
        out.append(Markdown.row(head.stream().map(cell -> "---").toList()));
        for (Scoped row : rows) {
            var cells = new ArrayList<>(List.of(
                    row.policy().change().word(), Markdown.code(row.policy().policy())));
            if (environments) {
                cells.add(name(row.environment().name()));
            }
            cells.addAll(TableRow.of(row.policy(), money));
            out.append(Markdown.row(cells));
        }
        left(changed.size() - rows.size());
    }

    private static String name(@Nullable String environment) {
        return environment == null ? "–" : Markdown.code(environment);
    }

    private void left(int number) {
        if (number > 0) {
            out.append("\n%s more changed; `ballast plan` lists all of them.\n".formatted(Phrases.policies(number)));
        }
    }

    /** Those with the greatest changes, in the order of all. */
    private List<Scoped> shown() {
        if (changed.size() <= extent.rows()) {
            return changed;
        }
        var kept = changed.stream()
                .sorted(Comparator.comparing((Scoped scoped) -> !Loss.of(scoped.policy()))
                        .thenComparingLong(scoped -> -weight(scoped.policy())))
                .limit(extent.rows())
                .toList();
        return changed.stream().filter(kept::contains).toList();
    }

    private static long weight(PolicyChange policy) {
        Outlook before = PlanText.outlook(policy.before());
        Outlook after = PlanText.outlook(policy.after());
        int was = before == null ? 0 : before.restorePoints();
        int is = after == null ? 0 : after.restorePoints();
        return Math.abs(is - was);
    }

    private void details() {
        if (extent.details() == 0) {
            return;
        }
        List<Scoped> rows = shown();
        for (Scoped row : rows.subList(0, Math.min(extent.details(), rows.size()))) {
            List<String> strips = Strip.of(row.policy());
            out.append("\n<details><summary>%s</summary>\n"
                    .formatted(Markdown.html(Phrases.scope(
                            row.policy().policy(), row.environment().name()))));
            if (!strips.isEmpty()) {
                out.append("\n```text\n").append(String.join("\n", strips)).append("\n```\n");
            }
            if (!row.policy().staysInTheCluster()) {
                out.append("\n```diff\n");
                row.policy().objects().forEach(this::object);
                row.policy().runs().forEach(this::run);
                out.append("```\n");
            }
            money(row);
            String existing = Phrases.existing(comparison.existing(row.policy()));
            out.append(existing.isEmpty() ? "" : "\n" + Markdown.text(existing) + ".\n");
            out.append("</details>\n");
        }
    }

    private void money(Scoped row) {
        List<Cause> causes = comparison.basis().causes(row.environment(), row.policy());
        if (row.policy().change() == Change.CHANGED && !causes.isEmpty()) {
            out.append("\n| why the money moves | a month |\n| --- | ---: |\n");
            causes.forEach(
                    cause -> out.append(Markdown.row(List.of(cause.kind().word(), Spending.signed(cause.amount())))));
        }
        PolicyState after = row.policy().after();
        if (after != null) {
            Cheaper.than(after)
                    .ifPresent(cheaper -> out.append("\nCheaper: %s.\n".formatted(Markdown.text(cheaper.text()))));
        }
        Ramp.of(row.policy()).ifPresent(out::append);
    }

    /** No line begins with a backtick, so none can end the fence. */
    private void object(ObjectChange change) {
        out.append("%s %s\n"
                .formatted(
                        change.change() == Change.CHANGED ? "!" : Phrases.mark(change.change()),
                        Cells.line(change.object().id())));
        if (extent.fields()) {
            for (FieldChange field : change.fields()) {
                String pointer = Cells.line(field.pointer());
                side("-", pointer, field.before());
                side("+", pointer, field.after());
            }
        }
    }

    private void side(String mark, String pointer, @Nullable JsonNode value) {
        if (value != null) {
            out.append("%s     %s: %s\n".formatted(mark, pointer, PlanText.shown(value)));
        }
    }

    private void run(RunChange run) {
        out.append("! Schedule %s is read differently: %s\n"
                .formatted(Cells.line(run.schedule()), Cells.line(run.cron())));
        out.append("-     %s\n".formatted(Cells.line(Phrases.meaning(run.before()))));
        out.append("+     %s\n".formatted(Cells.line(Phrases.meaning(run.after()))));
    }

    private void footer() {
        ChangeSet changes = comparison.changes();
        String basis = Phrases.basis(comparison);
        if (!basis.isEmpty()) {
            String ranges = String.join(
                    ", ",
                    Spending.totals(changes).stream()
                            .map(total -> "%s and %s %s"
                                    .formatted(
                                            total.low().toPlainString(),
                                            total.high().toPlainString(),
                                            total.currency().getCurrencyCode()))
                            .toList());
            out.append(
                    "\n<sub>%s; the estimate lies between %s a month.</sub>\n".formatted(Markdown.html(basis), ranges));
        }
        out.append(
                "\n<sub>Compared with %s at %s; %s unchanged. Backups that exist keep the expiry they were made with.</sub>\n"
                        .formatted(
                                Markdown.html(Phrases.side(comparison.base())),
                                comparison.at(),
                                Phrases.policies(changes.count(Change.SAME))));
    }
}
