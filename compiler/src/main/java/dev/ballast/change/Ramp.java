package dev.ballast.change;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The way to the full price of a new policy, as a chart and as a table: not every reader of a comment draws the chart. */
final class Ramp {
    /** More months than this do not fit below a chart. */
    private static final int MOST = 13;

    private Ramp() {}

    /** Nothing for a policy that was there before, as its backups are there too; nor where the price is the same from the start. */
    static Optional<String> of(PolicyChange policy) {
        Bill bill = PlanText.bill(policy.after());
        Bill.Charge charge = bill == null ? null : bill.monthly();
        if (policy.before() != null || bill == null || charge == null) {
            return Optional.empty();
        }
        List<Bill.Month> months =
                bill.ramp().subList(0, Math.min(MOST, bill.ramp().size()));
        long different = months.stream().map(Bill.Month::estimate).distinct().count();
        if (different < 3) {
            return Optional.empty();
        }
        String code = charge.currency().getCurrencyCode();
        return Optional.of("""

                ```mermaid
                xychart-beta
                  title "%s a month"
                  x-axis [%s]
                  y-axis "%s"
                  line [%s]
                ```

                | month | %s |
                | --- | ---: |
                %s""".formatted(
                code,
                months.stream().map(month -> "\"" + month.month() + "\"").collect(Collectors.joining(", ")),
                code,
                months.stream().map(month -> month.estimate().toPlainString()).collect(Collectors.joining(", ")),
                code,
                months.stream()
                        .map(month -> Markdown.row(List.of(
                                month.month().toString(), month.estimate().toPlainString())))
                        .collect(Collectors.joining())));
    }
}
