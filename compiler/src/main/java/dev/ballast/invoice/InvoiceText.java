package dev.ballast.invoice;

import dev.ballast.cost.Component;
import dev.ballast.cost.EnvironmentCost;
import dev.ballast.cost.PolicyCost;
import dev.ballast.report.Cells;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An invoice for people: a table for each environment, then what it rests on. */
public final class InvoiceText {
    private static final List<String> HEAD = List.of("", "store", "stored", "low", "estimate", "high", "price");
    private static final int FIRST_NUMBER = 2;
    private static final int LAST_NUMBER = 5;

    private final StringBuilder text = new StringBuilder();
    private final Invoice invoice;

    private InvoiceText(Invoice invoice) {
        this.invoice = invoice;
    }

    /** The whole text, ending with a line break. */
    public static String of(Invoice invoice) {
        var text = new InvoiceText(invoice);
        for (EnvironmentCost environment : invoice.environments()) {
            text.environment(environment);
        }
        return text.text.toString();
    }

    private void environment(EnvironmentCost cost) {
        if (text.length() > 0) {
            line("");
        }
        Currency currency = cost.currency();
        line(Cells.line(cost.environment())
                + (currency == null
                        ? ": nothing has a price"
                        : ": %s a month at rest".formatted(currency.getCurrencyCode())));
        line("");
        aligned(rows(cost));
        notes(cost);
    }

    private List<List<String>> rows(EnvironmentCost cost) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD);
        for (PolicyCost policy : cost.policies()) {
            rows.add(row(
                    "%s, %s".formatted(Cells.line(policy.policy()), InvoiceWords.points(policy.restorePoints())),
                    "",
                    InvoiceWords.bytes(policy.stored()),
                    InvoiceWords.money(policy.monthly()),
                    used(cost, policy.policy())));
            List<@Nullable BigDecimal> shown = policy.shown();
            for (int i = 0; i < shown.size(); i++) {
                rows.add(component(policy.components().get(i), shown.get(i)));
            }
        }
        if (!cost.shared().isEmpty()) {
            rows.add(row("all policies together", "", "", List.of("", "", ""), ""));
        }
        for (Component component : cost.shared()) {
            BigDecimal shown = Objects.requireNonNull(component.monthly()).estimate();
            rows.add(component(component, shown));
        }
        rows.add(row("total", "", "", InvoiceWords.money(cost.total()), used(cost, null)));
        return rows;
    }

    private static List<String> component(Component component, @Nullable BigDecimal shown) {
        return row(
                "  " + component.kind().word(),
                component.store() == null ? "" : Cells.line(component.store()),
                InvoiceWords.quantity(component),
                InvoiceWords.money(component.monthly(), shown),
                InvoiceWords.price(component.price()));
    }

    private String used(EnvironmentCost cost, @Nullable String policy) {
        return invoice.budget(cost.environment(), policy)
                .map(use -> use.percent() == null
                        ? "budget %s".formatted(use.budget())
                        : "%d %% of budget %s".formatted(use.percent(), use.budget()))
                .orElse("");
    }

    private static List<String> row(String name, String store, String stored, List<String> money, String price) {
        return List.of(name, store, stored, money.get(0), money.get(1), money.get(2), price);
    }

    private void notes(EnvironmentCost cost) {
        section("unknown, and not in the totals");
        for (PolicyCost policy : cost.policies()) {
            policy.unknowns()
                    .forEach(u -> item("%s, %s: %s"
                            .formatted(Cells.line(policy.policy()), u.kind().word(), u.reason())));
        }
        close();
        section("assumed");
        Invoice.assumptions(cost)
                .forEach(
                        (what, count) -> item("%s (%d %s)".formatted(what, count, count == 1 ? "policy" : "policies")));
        close();
        section("prices");
        cost.books()
                .forEach(book -> item("%s %s of %s, %d used"
                        .formatted(Cells.line(book.name()), Cells.line(book.version()), book.asOf(), book.prices())));
        if (cost.stale() > 0) {
            item("%d of them older than 180 days".formatted(cost.stale()));
        }
        cost.conversions().forEach(rate -> item(rate.toString()));
        close();
    }

    private int sectionStart;
    private int itemsStart;

    private void section(String title) {
        sectionStart = text.length();
        text.append('\n').append(title).append('\n');
        itemsStart = text.length();
    }

    private void item(String item) {
        line("  " + item);
    }

    /** Takes an empty section back. */
    private void close() {
        if (text.length() == itemsStart) {
            text.setLength(sectionStart);
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void aligned(List<List<String>> rows) {
        var widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Cells.width(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String space = " ".repeat(widths[i] - Cells.width(row.get(i)));
                boolean right = i >= FIRST_NUMBER && i <= LAST_NUMBER;
                line.append(right ? space + row.get(i) : row.get(i) + space).append("  ");
            }
            line(line.toString().stripTrailing());
        }
    }
}
