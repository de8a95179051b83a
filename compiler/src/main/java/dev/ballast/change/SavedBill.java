package dev.ballast.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.policy.Money;
import dev.ballast.policy.Tier;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Bills and budgets in a saved plan. */
final class SavedBill {
    private SavedBill() {}

    static void write(ObjectNode node, @Nullable Bill bill, Budget budget) {
        if (bill != null) {
            bill(node.putObject("bill"), bill);
        }
        if (!budget.equals(Budget.NONE)) {
            ObjectNode bounds = node.putObject("budget");
            bounds.put("blocks", budget.blocks());
            put(bounds, "monthly", budget.monthly());
            put(bounds, "limit", budget.limit());
        }
    }

    private static void bill(ObjectNode node, Bill bill) {
        node.put("storedBytes", bill.storedBytes());
        Bill.Charge charge = bill.monthly();
        if (charge != null) {
            node.putObject("monthly")
                    .put("currency", charge.currency().getCurrencyCode())
                    .put("low", charge.low().toPlainString())
                    .put("estimate", charge.estimate().toPlainString())
                    .put("high", charge.high().toPlainString());
        }
        ArrayNode ramp = node.putArray("ramp");
        bill.ramp()
                .forEach(month -> ramp.addObject()
                        .put("month", month.month().toString())
                        .put("monthly", month.estimate().toPlainString()));
        ArrayNode savings = node.putArray("savings");
        bill.savings()
                .forEach(saving -> savings.addObject()
                        .put("tier", saving.tier().word())
                        .put("monthly", saving.estimate().toPlainString()));
        node.put("assumptions", bill.assumptions()).put("unknowns", bill.unknowns());
    }

    private static void put(ObjectNode node, String name, @Nullable Money money) {
        if (money != null) {
            node.put(name, money.toString());
        }
    }

    static @Nullable Bill bill(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        var ramp = new ArrayList<Bill.Month>();
        node.path("ramp")
                .forEach(month -> ramp.add(
                        new Bill.Month(YearMonth.parse(month.path("month").asText()), amount(month.path("monthly")))));
        var savings = new ArrayList<Bill.Saving>();
        node.path("savings")
                .forEach(saving -> Tier.of(saving.path("tier").asText())
                        .ifPresent(tier -> savings.add(new Bill.Saving(tier, amount(saving.path("monthly"))))));
        return new Bill(
                node.path("storedBytes").asLong(),
                charge(node.path("monthly")),
                ramp,
                savings,
                node.path("assumptions").asInt(),
                node.path("unknowns").asInt());
    }

    private static Bill.@Nullable Charge charge(JsonNode node) {
        return node.isObject()
                ? new Bill.Charge(
                        java.util.Currency.getInstance(node.path("currency").asText()),
                        amount(node.path("low")),
                        amount(node.path("estimate")),
                        amount(node.path("high")))
                : null;
    }

    static Budget budget(JsonNode node) {
        return node.isObject()
                ? new Budget(money(node.path("monthly")), node.path("blocks").asBoolean(), money(node.path("limit")))
                : Budget.NONE;
    }

    private static @Nullable Money money(JsonNode node) {
        return Money.parse(node.asText()).orElse(null);
    }

    private static BigDecimal amount(JsonNode node) {
        return new BigDecimal(node.asText());
    }
}
