package dev.ballast.change;

import java.util.ArrayList;
import java.util.List;

/** The columns that text and Markdown have alike: what can be restored, before and after, then bytes and money. */
final class TableRow {
    private TableRow() {}

    /** The heads of the columns. */
    static List<String> head(boolean money) {
        var head = new ArrayList<>(List.of("restore points", "look-back", "RPO"));
        head.addAll(money ? List.of("stored", "a month") : List.of());
        return head;
    }

    /** The cells of a policy; of a new one just what it comes to. */
    static List<String> of(PolicyChange policy, boolean money) {
        Outlook before = PlanText.outlook(policy.before());
        Outlook after = PlanText.outlook(policy.after());
        var row = new ArrayList<>(List.of(
                move(policy, Phrases.points(before), Phrases.points(after)),
                move(policy, Phrases.lookback(before), Phrases.lookback(after)),
                move(policy, Phrases.rpo(before), Phrases.rpo(after))));
        if (money) {
            Bill was = PlanText.bill(policy.before());
            Bill is = PlanText.bill(policy.after());
            row.add(move(policy, Spending.bytes(was), Spending.bytes(is)));
            row.add(isNew(policy) ? move(policy, "", Spending.money(is)) : Spending.move(was, is));
        }
        return row;
    }

    private static String move(PolicyChange policy, String before, String after) {
        return Phrases.move(isNew(policy) ? after : before, after);
    }

    private static boolean isNew(PolicyChange policy) {
        return policy.change() == Change.ADDED;
    }
}
