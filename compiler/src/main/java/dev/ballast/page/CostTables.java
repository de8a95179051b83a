package dev.ballast.page;

import dev.ballast.cost.ByteRange;
import dev.ballast.cost.Component;
import dev.ballast.cost.EnvironmentCost;
import dev.ballast.cost.MoneyRange;
import dev.ballast.cost.PolicyCost;
import dev.ballast.cost.Quote;
import dev.ballast.page.DataTable.Cell;
import dev.ballast.page.DataTable.Column;
import dev.ballast.policy.Tier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables of what is paid for. */
final class CostTables {
    /** The estimate stands beside the name, so that it can be seen on narrow screens too. */
    private static final List<Column> COLUMNS = List.of(
            Column.text("Policy"),
            Column.text("Estimate a month"),
            Column.text("Budget"),
            Column.number("Low to high"),
            Column.number("Stored"),
            Column.number("Restore points"));

    private CostTables() {}

    /** A row a policy, the dearest first, and one for what they share. */
    static DataTable policies(EnvironmentCost cost, BudgetUses budgets) {
        Currency currency = cost.currency();
        double greatest = cost.policies().stream()
                .mapToDouble(policy -> policy.monthly().estimate().doubleValue())
                .max()
                .orElse(0);
        var rows = new ArrayList<List<Cell>>();
        cost.policies().stream()
                .sorted(Comparator.comparing(
                                (PolicyCost policy) -> policy.monthly().estimate())
                        .reversed())
                .forEach(policy -> rows.add(row(cost, policy, greatest, budgets)));
        if (!cost.shared().isEmpty()) {
            MoneyRange shared = cost.shared().stream()
                    .map(Component::monthly)
                    .map(money -> money == null ? MoneyRange.NONE : money)
                    .reduce(MoneyRange.NONE, MoneyRange::plus);
            rows.add(List.of(
                    Cell.of("shared"),
                    Cell.of(Amounts.of(shared.estimate(), currency)),
                    Cell.of(""),
                    Cell.of(Amounts.range(shared, currency)),
                    Cell.of(""),
                    Cell.of("")));
        }
        List<Cell> all = List.of(
                Cell.of("all"),
                Cell.of(Amounts.estimate(cost)),
                budgets.cell(cost.environment(), null),
                Cell.of(Amounts.range(cost.total(), currency)),
                Cell.of(""),
                Cell.of(""));
        return new DataTable("Policies", COLUMNS, rows, all).withoutEmptyColumns();
    }

    private static List<Cell> row(EnvironmentCost cost, PolicyCost policy, double greatest, BudgetUses budgets) {
        double estimate = policy.monthly().estimate().doubleValue();
        Cell amount = Cell.of(Amounts.estimate(policy));
        // What is known in part only has no length that could be compared.
        boolean barred = policy.complete() && greatest > 0;
        return List.of(
                Cell.of(policy.policy()).leadingTo(CostPage.id(cost, policy)),
                barred ? amount.filled(Math.max(0, estimate) / greatest) : amount,
                budgets.cell(cost.environment(), policy.policy()),
                Cell.of(Amounts.range(policy.monthly(), policy.currency())),
                Cell.of(Format.bytes(policy.stored().estimate())),
                Cell.of(Integer.toString(policy.restorePoints())));
    }

    /** A row a line of the bill; what is shown adds up. */
    static DataTable components(PolicyCost cost) {
        List<@Nullable BigDecimal> shown = cost.shown();
        var rows = new ArrayList<List<Cell>>();
        for (int i = 0; i < cost.components().size(); i++) {
            rows.add(row(cost.components().get(i), shown.get(i), cost.currency()));
        }
        List<Cell> foot = List.of(
                Cell.of("all"),
                Cell.of(Amounts.estimate(cost)),
                Cell.of(Format.bytes(cost.stored().estimate())),
                Cell.of(""),
                Cell.of(""),
                Cell.of(""));
        return bill(rows, foot);
    }

    /** The same for what the policies of an environment share. */
    static DataTable shared(EnvironmentCost cost) {
        List<List<Cell>> rows = cost.shared().stream()
                .map(component -> {
                    MoneyRange monthly = component.monthly();
                    return row(component, monthly == null ? null : monthly.estimate(), cost.currency());
                })
                .toList();
        return bill(rows, List.of());
    }

    private static DataTable bill(List<List<Cell>> rows, List<Cell> foot) {
        return new DataTable(
                        "Lines of the bill",
                        List.of(
                                Column.text("For"),
                                Column.number("Estimate a month"),
                                Column.number("Quantity"),
                                Column.text("Tier"),
                                Column.text("Store"),
                                Column.text("Price")),
                        rows,
                        foot)
                .withoutEmptyColumns();
    }

    private static List<Cell> row(Component component, @Nullable BigDecimal money, @Nullable Currency currency) {
        Tier tier = component.tier();
        Quote price = component.price();
        Cell of = tier == null ? Cell.of("") : Cell.of(tier.word()).coloured(TierStyle.of(tier));
        Cell key = price == null ? Cell.of("") : Cell.of(price.key());
        String region = price == null ? null : price.region();
        return List.of(
                Cell.of(component.kind().word().replace('-', ' ')),
                Cell.of(Amounts.of(money, currency)),
                Cell.of(quantity(component)),
                of,
                Cell.of(component.store() == null ? "" : component.store()),
                region == null ? key : key.noting(region));
    }

    /** Empty for what has no quantity, such as the terms of an account. */
    private static String quantity(Component component) {
        ByteRange bytes = component.bytes();
        BigDecimal quantity = component.quantity();
        if (quantity != null) {
            return Format.number(quantity.setScale(0, java.math.RoundingMode.HALF_UP)) + " requests";
        }
        if (bytes != null) {
            return Format.bytes(bytes.estimate());
        }
        return component.monthly() == null ? Amounts.UNKNOWN : "";
    }

    /** What would be saved without each tier. */
    static DataTable tiers(PolicyCost cost) {
        List<List<Cell>> rows = cost.tiers().stream()
                .map(tier -> List.of(
                        Cell.of(tier.tier().word()).coloured(TierStyle.of(tier.tier())),
                        Cell.of(Amounts.of(tier.monthly(), cost.currency())),
                        Cell.of(Format.bytes(tier.bytes())),
                        Cell.of(Integer.toString(tier.restorePoints()))))
                .toList();
        return DataTable.of(
                "Tiers",
                List.of(
                        Column.text("Without"),
                        Column.number("Saved a month"),
                        Column.number("Less stored"),
                        Column.number("Restore points")),
                rows);
    }

    /** The books that prices came from. */
    static DataTable books(EnvironmentCost cost) {
        List<List<Cell>> rows = cost.books().stream()
                .map(book -> List.of(
                        Cell.of(book.name()),
                        Cell.of(book.version()),
                        Cell.of(Format.date(book.asOf())),
                        Cell.of(Integer.toString(book.prices()))))
                .toList();
        return DataTable.of(
                "Price books",
                List.of(
                        Column.text("Price book"),
                        Column.text("Version"),
                        Column.text("As of"),
                        Column.number("Prices used")),
                rows);
    }
}
