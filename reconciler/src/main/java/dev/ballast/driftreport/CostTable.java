package dev.ballast.driftreport;

import dev.ballast.cost.Cause;
import dev.ballast.drift.CostDrift;
import dev.ballast.report.TextTable;
import java.util.ArrayList;
import java.util.List;

/** The causes of a difference in costs: bytes and money of each, which add up to the last line, and why each is believed. */
final class CostTable {
    private final CostDrift cost;
    private final boolean reasons;
    private final TextTable table;

    private CostTable(CostDrift cost, boolean reasons) {
        this.cost = cost;
        this.reasons = reasons;
        var head = new ArrayList<>(List.of("cause", ">bytes"));
        if (cost.currency() != null) {
            head.add(">" + cost.currency().getCurrencyCode() + " a month");
        }
        if (reasons) {
            head.add("why");
        }
        this.table = new TextTable(head);
    }

    /** Numbers alone. */
    static TextTable numbers(CostDrift cost) {
        return new CostTable(cost, false).filled();
    }

    /** With the reasons in the last column. */
    static TextTable withReasons(CostDrift cost) {
        return new CostTable(cost, true).filled();
    }

    private TextTable filled() {
        for (Cause cause : DriftCosts.causes(cost)) {
            row(
                    cause.kind().word(),
                    DriftWords.more(cause.bytes()),
                    DriftWords.more(cause.amount()),
                    String.join("; ", cost.evidence().getOrDefault(cause.kind(), List.of())));
        }
        row("together", DriftWords.more(cost.driftBytes()), DriftWords.more(cost.drift()), "");
        return table;
    }

    private void row(String cause, String bytes, String money, String why) {
        var cells = new ArrayList<>(List.of(cause, bytes));
        if (cost.currency() != null) {
            cells.add(money);
        }
        if (reasons) {
            cells.add(why);
        }
        table.row(cells);
    }
}
