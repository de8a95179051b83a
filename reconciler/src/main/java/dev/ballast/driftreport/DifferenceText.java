package dev.ballast.driftreport;

import dev.ballast.drift.FieldDrift;
import dev.ballast.report.Cells;
import dev.ballast.report.TextTable;
import java.util.List;

/** What applying would change, for people. */
public final class DifferenceText {
    private DifferenceText() {}

    /** Each object that would change with its fields, then the sum; ends with a line break. */
    public static String of(List<Difference> differences) {
        var text = new StringBuilder();
        differences.stream().filter(Difference::isSome).forEach(difference -> object(text, difference));
        return text.append(sum(differences)).append('\n').toString();
    }

    private static void object(StringBuilder text, Difference difference) {
        text.append(difference.exists() ? "change " : "create ").append(Cells.line(difference.object()));
        text.append('\n');
        if (!difference.fields().isEmpty()) {
            var table = new TextTable(List.of("field", "in the cluster", "would be", "written by", "at (UTC)"));
            difference.fields().forEach(field -> row(table, field));
            text.append(table.text("  "));
        }
        text.append('\n');
    }

    private static void row(TextTable table, FieldDrift field) {
        table.row(
                field.path(),
                DriftWords.value(field.actual()),
                field.isOwnershipOnly() ? "the same, owned by us" : DriftWords.value(field.expected()),
                DriftWords.author(field.author()),
                DriftWords.time(field.author() == null ? null : field.author().time()));
    }

    private static String sum(List<Difference> differences) {
        long made =
                differences.stream().filter(difference -> !difference.exists()).count();
        long changed = differences.stream().filter(Difference::isSome).count() - made;
        long same = differences.size() - made - changed;
        return made + changed == 0
                ? "nothing would change in %d objects".formatted(same)
                : "%d to create, %d to change, %d as they are".formatted(made, changed, same);
    }
}
