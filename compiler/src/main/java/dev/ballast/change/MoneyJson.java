package dev.ballast.change;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.cost.Cause;
import dev.ballast.policy.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bytes, money and budgets in a PlanReport. */
final class MoneyJson {
    private MoneyJson() {}

    static void write(ObjectNode node, @Nullable Bill before, @Nullable Bill after, List<Cause> causes) {
        if (before == null && after == null) {
            return;
        }
        ObjectNode stored = node.putObject("storedBytes");
        if (before != null) {
            stored.put("before", before.storedBytes());
        }
        if (after != null) {
            stored.put("after", after.storedBytes());
        }
        Bill.Charge was = before == null ? null : before.monthly();
        Bill.Charge is = after == null ? null : after.monthly();
        if (was != null || is != null) {
            ObjectNode monthly = node.putObject("monthly");
            side(monthly, "before", was);
            side(monthly, "after", is);
            Spending.delta(before, after)
                    .ifPresent(delta -> monthly.put("delta", delta.amount().toPlainString()));
            if (!causes.isEmpty()) {
                ArrayNode list = monthly.putArray("causes");
                causes.forEach(cause -> list.addObject()
                        .put("cause", cause.kind().word())
                        .put("bytes", cause.bytes())
                        .put("amount", cause.amount().toPlainString()));
            }
        }
    }

    private static void side(ObjectNode monthly, String name, Bill.@Nullable Charge charge) {
        if (charge != null) {
            monthly.putObject(name)
                    .put("currency", charge.currency().getCurrencyCode())
                    .put("low", charge.low().toPlainString())
                    .put("estimate", charge.estimate().toPlainString())
                    .put("high", charge.high().toPlainString());
        }
    }

    static void budget(ObjectNode node, Budget budget) {
        if (budget.monthly() != null || budget.limit() != null) {
            ObjectNode bounds = node.putObject("budget");
            money(bounds, "monthly", budget.monthly());
            if (budget.monthly() != null) {
                bounds.put("blocks", budget.blocks());
            }
            money(bounds, "limit", budget.limit());
        }
    }

    private static void money(ObjectNode node, String name, @Nullable Money money) {
        if (money != null) {
            node.putObject(name)
                    .put("currency", money.currency().getCurrencyCode())
                    .put("amount", money.amount().toPlainString());
        }
    }
}
