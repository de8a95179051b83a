package dev.ballast.change;

import dev.ballast.compile.CheckedText;
import dev.ballast.diagnostic.Severity;
import dev.ballast.forecast.ExistingBackup;
import dev.ballast.price.Prices;
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
        var bills = new CostBills(prices(now), CheckedText.AT, null);
        FleetState second = FleetState.of(now.checked().fleet(), outlooks, bills);
        var oldBills = new CostBills(prices(old), CheckedText.AT, bills);
        FleetState first = FleetState.of(old.checked().fleet(), outlooks, oldBills);
        ChangeSet changes = ChangeSet.between(first, second, CheckedText.AT);
        int errors = (int) old.diagnostics().stream()
                .filter(d -> d.severity() == Severity.ERROR && !Crossings.isBound(d))
                .count();
        return new Comparison(
                new Side(Side.Kind.REVISION, "main", "0123456789abcdef0123456789abcdef01234567", errors),
                new Side(Side.Kind.FILES, "policies", "89abcdef0123456789abcdef0123456789abcdef", 0),
                null,
                CheckedText.AT,
                changes,
                Crossings.of(
                        old.diagnostics(),
                        now.diagnostics(),
                        changes,
                        now.checked().fleet().set(),
                        CheckedText.AT),
                Existing.of(backups, CheckedText.AT),
                CostBills.basis(oldBills, bills, changes),
                new Findings(now.diagnostics(), now.sources()));
    }

    static Prices prices(CheckedText text) {
        return Prices.of(List.of(), text.checked().fleet().set().priceBooks());
    }

    static Comparison of(String before, String after) {
        return of(before, after, List.of());
    }
}
