package dev.ballast.change;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.report.Cells;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison for people at a terminal. */
public final class PlanText {
    /** How much of a value is shown. */
    private static final int WIDEST = 60;

    private final Comparison comparison;
    private final StringBuilder out = new StringBuilder();

    private PlanText(Comparison comparison) {
        this.comparison = comparison;
    }

    /** The whole text, ending with a line break. */
    public static String of(Comparison comparison) {
        var text = new PlanText(comparison);
        text.line("%s%s, at %s"
                .formatted(
                        comparison.base().kind() == Side.Kind.NOTHING ? "" : Phrases.side(comparison.base()) + " → ",
                        Phrases.side(comparison.head()),
                        comparison.at()));
        if (comparison.base().errors() > 0) {
            int errors = comparison.base().errors();
            text.line("The base has %s; it counts as far as it compiles."
                    .formatted(errors == 1 ? "1 error" : errors + " errors"));
        }
        comparison.changes().environments().stream()
                .filter(environment -> environment.change() != Change.SAME)
                .forEach(text::environment);
        comparison.crossings().forEach(text::crossing);
        text.sum();
        return text.out.toString();
    }

    private void environment(EnvironmentChange environment) {
        String name = environment.name() == null ? "Environment (built in)" : "Environment " + environment.name();
        line("");
        line("%s %s".formatted(Phrases.mark(environment.change()), name));
        if (environment.movesVelero()) {
            line("    Velero %s → %s".formatted(environment.veleroBefore(), environment.veleroAfter()));
        }
        environment.objects().forEach(change -> object("  ", change));
        environment.abandoned().forEach(location -> line("  ! " + Cells.line(Phrases.abandoned(location))));
        List<PolicyChange> changed = environment.policies().stream()
                .filter(policy -> policy.change() != Change.SAME)
                .toList();
        table(changed);
        changed.forEach(policy -> details(policy, environment));
    }

    /** One row for each policy. */
    private void table(List<PolicyChange> policies) {
        if (policies.isEmpty()) {
            return;
        }
        var rows = new ArrayList<List<String>>();
        boolean money = policies.stream().anyMatch(PlanText::hasBill);
        var head = new ArrayList<>(List.of("", "policy"));
        head.addAll(TableRow.head(money));
        rows.add(head);
        for (PolicyChange policy : policies) {
            var row = new ArrayList<>(List.of(Phrases.mark(policy.change()), Cells.line(policy.policy())));
            row.addAll(TableRow.of(policy, money));
            rows.add(row);
        }
        line("");
        aligned(rows).forEach(this::line);
    }

    static boolean hasBill(PolicyChange policy) {
        return bill(policy.before()) != null || bill(policy.after()) != null;
    }

    static @Nullable Bill bill(@Nullable PolicyState state) {
        return state == null ? null : state.bill();
    }

    static @Nullable Outlook outlook(@Nullable PolicyState state) {
        return state == null ? null : state.outlook();
    }

    private static List<String> aligned(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Cells.width(row.get(i)));
            }
        }
        return rows.stream().map(row -> aligned(row, widths)).toList();
    }

    private static String aligned(List<String> row, int[] widths) {
        var line = new StringBuilder("  ");
        for (int i = 0; i < widths.length; i++) {
            line.append(row.get(i)).append(" ".repeat(widths[i] - Cells.width(row.get(i)) + 2));
        }
        return line.toString().stripTrailing();
    }

    private void details(PolicyChange policy, EnvironmentChange environment) {
        line("");
        line("  %s %s".formatted(Phrases.mark(policy.change()), Cells.line(policy.policy())));
        policy.objects().forEach(change -> object("    ", change));
        for (RunChange run : policy.runs()) {
            line("    ~ Schedule %s: `%s` is read differently".formatted(Cells.line(run.schedule()), run.cron()));
            line("        before: " + Cells.line(Phrases.meaning(run.before())));
            line("        after:  " + Cells.line(Phrases.meaning(run.after())));
        }
        if (policy.change() != Change.ADDED) {
            Strip.of(policy).forEach(strip -> line("    " + strip));
        }
        String causes = Phrases.causes(comparison.basis().causes(environment, policy));
        if (policy.change() == Change.CHANGED && !causes.isEmpty()) {
            line("    money: " + causes);
        }
        if (policy.after() != null) {
            Cheaper.than(policy.after()).ifPresent(cheaper -> line("    cheaper: " + cheaper.text()));
        }
        String existing = Phrases.existing(comparison.existing(policy));
        if (!existing.isEmpty()) {
            line("    " + existing);
        }
    }

    private void object(String margin, ObjectChange change) {
        line("%s%s %s"
                .formatted(
                        margin,
                        Phrases.mark(change.change()),
                        Cells.line(
                                change.change() == Change.ADDED
                                        ? Phrases.object(change.object())
                                        : change.object().id())));
        for (FieldChange field : change.fields()) {
            line("%s    %s: %s → %s"
                    .formatted(margin, Cells.line(field.pointer()), shown(field.before()), shown(field.after())));
        }
    }

    static String shown(@Nullable JsonNode value) {
        if (value == null) {
            return "–";
        }
        String text = Cells.line(value.toString());
        int end = text.offsetByCodePoints(0, Math.min(WIDEST, text.codePointCount(0, text.length())));
        return end < text.length() ? text.substring(0, end) + "…" : text;
    }

    private void crossing(Crossing crossing) {
        String scope = crossing.policy() == null
                ? ""
                : " (%s)".formatted(Phrases.scope(crossing.policy(), crossing.environment()));
        line("");
        line("blocked[%s]: %s%s".formatted(crossing.rule(), Cells.line(crossing.message()), scope));
        if (crossing.worse()) {
            line("  this was so before, and the change makes it worse");
        }
    }

    private void sum() {
        ChangeSet changes = comparison.changes();
        line("");
        line(
                changes.isEmpty()
                        ? "Nothing changes."
                        : "%s, %d unchanged.".formatted(Phrases.sum(changes), changes.count(Change.SAME)));
        Spending.totals(changes)
                .forEach(total -> line("All together %s; estimate between %s and %s."
                        .formatted(
                                total, total.low().toPlainString(), total.high().toPlainString())));
        String basis = Phrases.basis(comparison);
        if (!basis.isEmpty()) {
            line(basis + ".");
        }
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
