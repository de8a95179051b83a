package dev.ballast.reconcile;

import dev.ballast.cost.Cents;
import dev.ballast.cost.EnvironmentCost;
import dev.ballast.drift.CostDrift;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** The column that says how far a policy is off. */
final class Words {
    private Words() {}

    /** For example {@code none}, or {@code 1 manifest, 2 backups, +27.61 USD}. */
    static String drift(int manifests, int execution, @Nullable CostDrift cost) {
        var parts = new ArrayList<String>();
        if (manifests > 0) {
            parts.add(count(manifests, "manifest"));
        }
        if (execution > 0) {
            parts.add(count(execution, "backup"));
        }
        if (cost != null) {
            parts.add(signed(cost));
        }
        return parts.isEmpty() ? "none" : String.join(", ", parts);
    }

    /** For example {@code +27.61 USD}. */
    static String signed(CostDrift cost) {
        String sign = cost.drift().signum() > 0 ? "+" : "";
        String currency = cost.currency() == null ? "" : " " + cost.currency().getCurrencyCode();
        return sign + Cents.round(cost.drift(), EnvironmentCost.DIGITS).toPlainString() + currency;
    }

    private static String count(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
