package dev.ballast.invoice;

import dev.ballast.cost.Component;
import dev.ballast.cost.EnvironmentCost;
import dev.ballast.cost.PolicyCost;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An invoice as Markdown tables. */
public final class InvoiceMarkdown {
    private InvoiceMarkdown() {}

    /** The whole text, ending with a line break. */
    public static String of(Invoice invoice) {
        var text = new StringBuilder();
        for (EnvironmentCost cost : invoice.environments()) {
            text.append(text.length() == 0 ? "" : "\n").append("### Cost of ").append(code(cost.environment()));
            text.append(cost.currency() == null ? "" : ", " + cost.currency().getCurrencyCode() + " a month at rest");
            text.append("\n\n| policy | part | store | stored | low | estimate | high |\n");
            text.append("|---|---|---|--:|--:|--:|--:|\n");
            cost.policies().forEach(policy -> policy(text, policy));
            for (Component component : cost.shared()) {
                component(
                        text,
                        "",
                        component,
                        Objects.requireNonNull(component.monthly()).estimate());
            }
            row(text, "**total**", "", "", "", InvoiceWords.money(cost.total()));
            notes(text, invoice, cost);
        }
        return text.toString();
    }

    private static void policy(StringBuilder text, PolicyCost policy) {
        List<@Nullable BigDecimal> shown = policy.shown();
        row(
                text,
                "**" + code(policy.policy()) + "**",
                InvoiceWords.points(policy.restorePoints()),
                "",
                InvoiceWords.bytes(policy.stored()),
                InvoiceWords.money(policy.monthly()));
        for (int i = 0; i < shown.size(); i++) {
            component(text, "", policy.components().get(i), shown.get(i));
        }
    }

    private static void component(StringBuilder text, String policy, Component component, @Nullable BigDecimal shown) {
        row(
                text,
                policy,
                component.kind().word(),
                component.store() == null ? "" : code(component.store()),
                InvoiceWords.quantity(component),
                InvoiceWords.money(component.monthly(), shown));
    }

    private static void row(
            StringBuilder text, String policy, String part, String store, String stored, List<String> money) {
        text.append("| %s | %s | %s | %s | %s |\n".formatted(policy, part, store, stored, String.join(" | ", money)));
    }

    private static void notes(StringBuilder text, Invoice invoice, EnvironmentCost cost) {
        text.append('\n');
        for (Invoice.BudgetUse use : invoice.budgets()) {
            if (use.environment().equals(cost.environment()) && use.percent() != null) {
                text.append("- %s uses %d %% of its budget of %s\n"
                        .formatted(use.policy() == null ? "all" : code(use.policy()), use.percent(), use.budget()));
            }
        }
        for (PolicyCost policy : cost.policies()) {
            policy.unknowns()
                    .forEach(u -> text.append("- not known for %s, %s: %s\n"
                            .formatted(code(policy.policy()), u.kind().word(), u.reason())));
        }
        Invoice.assumptions(cost)
                .forEach((what, count) -> text.append("- assumed %d times: %s\n".formatted(count, what)));
        cost.books()
                .forEach(book -> text.append("- prices: %s %s of %s, %d used\n"
                        .formatted(code(book.name()), code(book.version()), book.asOf(), book.prices())));
        if (cost.stale() > 0) {
            text.append("- %d prices are older than 180 days\n".formatted(cost.stale()));
        }
        cost.conversions()
                .forEach(rate -> text.append("- ").append(code(rate.toString())).append('\n'));
    }

    /** Names have no backticks and no pipes: schemas see to that. What might is shown without them. */
    private static String code(String name) {
        return "`" + name.replace("`", "'").replace("|", "/").replace("\n", " ") + "`";
    }
}
