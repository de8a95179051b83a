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
    private static final String UNKNOWN = "not known";

    private CostTables() {}

    /** A row a policy, the dearest first, and one for what they share. */
    static DataTable policies(EnvironmentCost cost) {
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
                .forEach(policy -> rows.add(row(cost, policy, greatest)));
        if (!cost.shared().isEmpty()) {
            MoneyRange shared = cost.shared().stream()
                    .map(Component::monthly)
                    .map(money -> money == null ? MoneyRange.NONE : money)
                    .reduce(MoneyRange.NONE, MoneyRange::plus);
            rows.add(line("shared", "", "", shared, currency));
        }
        return new DataTable(
                "Policies",
                List.of(
                        Column.text("Policy"),
                        Column.number("Restore points"),
                        Column.number("Stored"),
                        Column.number("Low"),
                        Column.number("High"),
                        Column.text("Estimate a month")),
                rows,
                line("all", "", "", cost.total(), currency));
    }

    private static List<Cell> row(EnvironmentCost cost, PolicyCost policy, double greatest) {
        double estimate = policy.monthly().estimate().doubleValue();
        List<Cell> row = new ArrayList<>(line(
                policy.policy(),
                Integer.toString(policy.restorePoints()),
                Format.bytes(policy.stored().estimate()),
                policy.monthly(),
                policy.currency()));
        row.set(0, row.get(0).leadingTo(CostPage.id(cost, policy)));
        row.set(5, row.get(5).filled(greatest <= 0 ? 0 : estimate / greatest));
        return row;
    }

    private static List<Cell> line(
            String name, String points, String stored, MoneyRange money, @Nullable Currency currency) {
        return List.of(
                Cell.of(name),
                Cell.of(points),
                Cell.of(stored),
                Cell.of(amount(money.low(), currency)),
                Cell.of(amount(money.high(), currency)),
                Cell.of(amount(money.estimate(), currency)));
    }

    private static String amount(BigDecimal amount, @Nullable Currency currency) {
        return currency == null ? UNKNOWN : Format.money(amount, currency);
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
                Cell.of(""),
                Cell.of(""),
                Cell.of(Format.bytes(cost.stored().estimate())),
                Cell.of(""),
                Cell.of(amount(cost.monthly().estimate(), cost.currency())));
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
                        Column.text("Tier"),
                        Column.text("Store"),
                        Column.number("Quantity"),
                        Column.text("Price"),
                        Column.number("Estimate a month")),
                rows,
                foot);
    }

    private static List<Cell> row(Component component, @Nullable BigDecimal money, @Nullable Currency currency) {
        Tier tier = component.tier();
        Quote price = component.price();
        Cell of = tier == null ? Cell.of("") : Cell.of(tier.word()).coloured(TierStyle.of(tier));
        Cell key = price == null ? Cell.of("") : Cell.of(price.key());
        String region = price == null ? null : price.region();
        return List.of(
                Cell.of(component.kind().word().replace('-', ' ')),
                of,
                Cell.of(component.store() == null ? "" : component.store()),
                Cell.of(quantity(component)),
                region == null ? key : key.noting(region),
                Cell.of(money == null ? UNKNOWN : amount(money, currency)));
    }

    private static String quantity(Component component) {
        ByteRange bytes = component.bytes();
        BigDecimal quantity = component.quantity();
        if (quantity != null) {
            return Format.number(quantity.setScale(0, java.math.RoundingMode.HALF_UP)) + " requests";
        }
        return bytes == null ? UNKNOWN : Format.bytes(bytes.estimate());
    }

    /** What would be saved without each tier. */
    static DataTable tiers(PolicyCost cost) {
        List<List<Cell>> rows = cost.tiers().stream()
                .map(tier -> List.of(
                        Cell.of(tier.tier().word()).coloured(TierStyle.of(tier.tier())),
                        Cell.of(Integer.toString(tier.restorePoints())),
                        Cell.of(Format.bytes(tier.bytes())),
                        Cell.of(amount(tier.monthly(), cost.currency()))))
                .toList();
        return DataTable.of(
                "Tiers",
                List.of(
                        Column.text("Without"),
                        Column.number("Restore points"),
                        Column.number("Less stored"),
                        Column.number("Saved a month")),
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
