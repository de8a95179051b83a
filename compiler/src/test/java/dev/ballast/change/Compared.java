package dev.ballast.change;

import dev.ballast.compile.CheckedText;
import dev.ballast.diagnostic.Severity;
import dev.ballast.forecast.ExistingBackup;
import dev.ballast.report.Findings;
import java.util.List;

/** Two texts put through the whole comparison. */
final class Compared {
    private Compared() {}

    static Comparison of(String before, String after, List<ExistingBackup> backups) {
        CheckedText old = CheckedText.of(before);
        CheckedText now = CheckedText.of(after);
        if (now.diagnostics().stream().anyMatch(d -> d.severity() == Severity.ERROR && !Crossings.isBound(d))) {
            throw new IllegalArgumentException(now.diagnostics().toString());
        }
        Outlooks outlooks = new ForecastOutlooks(CheckedText.AT);
        ChangeSet changes = ChangeSet.between(
                FleetState.of(old.checked().fleet(), outlooks),
                FleetState.of(now.checked().fleet(), outlooks),
                CheckedText.AT);
        int errors = (int) old.diagnostics().stream()
                .filter(d -> d.severity() == Severity.ERROR && !Crossings.isBound(d))
                .count();
        return new Comparison(
                new Side(Side.Kind.REVISION, "main", "0123456789abcdef0123456789abcdef01234567", errors),
                new Side(Side.Kind.FILES, "policies", "89abcdef0123456789abcdef0123456789abcdef", 0),
                null,
                CheckedText.AT,
                changes,
                Crossings.of(old.diagnostics(), now.diagnostics(), changes),
                Existing.of(backups, CheckedText.AT),
                new Findings(now.diagnostics(), now.sources()));
    }

    static Comparison of(String before, String after) {
        return of(before, after, List.of());
    }
}
