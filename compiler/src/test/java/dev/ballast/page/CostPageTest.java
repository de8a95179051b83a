package dev.ballast.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ballast.cost.Assumption;
import dev.ballast.cost.ByteRange;
import dev.ballast.cost.Component;
import dev.ballast.cost.Component.Kind;
import dev.ballast.cost.EnvironmentCost;
import dev.ballast.cost.MoneyRange;
import dev.ballast.cost.PolicyCost;
import dev.ballast.cost.PolicyCost.Month;
import dev.ballast.cost.Unknown;
import dev.ballast.invoice.Invoice;
import dev.ballast.policy.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostPageTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Currency USD = Currency.getInstance("USD");
    private static final long GIB = 1L << 30;

    /** Costs more in each of its months. */
    private static final PolicyCost SHOP = policy("shop", "39.50", List.of("15.54", "19.50", "39.52"));

    private static final PolicyCost WIKI = policy("wiki", "3.10", List.of("2.90", "3.10"));

    private static PolicyCost policy(String name, String monthly, List<String> ramp) {
        YearMonth first = YearMonth.of(2026, 1);
        MoneyRange money = money(monthly);
        Component snapshots = new Component(Kind.SNAPSHOTS, null, null, ByteRange.exactly(GIB), null, null, money);
        return new PolicyCost(
                name,
                USD,
                23,
                ByteRange.exactly(GIB),
                money,
                List.of(snapshots),
                List.of(),
                ramp.stream()
                        .map(amount -> new Month(
                                first.plusMonths(ramp.indexOf(amount)), ByteRange.exactly(GIB), money(amount)))
                        .toList(),
                AT,
                List.of(new Assumption("size.objects", "<5 MiB> a backup")),
                List.of());
    }

    private static MoneyRange money(String amount) {
        BigDecimal estimate = new BigDecimal(amount);
        return new MoneyRange(estimate.subtract(BigDecimal.ONE), estimate, estimate.add(BigDecimal.ONE));
    }

    private static EnvironmentCost environment(PolicyCost... policies) {
        MoneyRange total =
                List.of(policies).stream().map(PolicyCost::monthly).reduce(MoneyRange.NONE, MoneyRange::plus);
        return new EnvironmentCost(
                "prod",
                AT,
                USD,
                total,
                List.of(policies),
                List.of(),
                List.of(),
                List.of(new EnvironmentCost.BookUse("builtin", "2026.1", LocalDate.of(2026, 1, 15), 4)),
                1,
                LocalDate.of(2026, 1, 15));
    }

    @Test
    void thePageSaysTheTotalItsRangeAndWhereItComesFrom() {
        assertThat(CostPage.of(List.of(environment(WIKI, SHOP)), List.of(), AT))
                .contains("<dd class=\"value\">42.60 USD</dd><dd class=\"note\">40.60 to 44.60</dd>")
                .contains("builtin", "15 Jan 2026", "Prices used that are older than 180 days: 1.")
                .contains("Assumed for size.objects: &lt;5 MiB&gt; a backup.");
    }

    @Test
    void theDearestPolicyComesFirst() {
        DataTable table = CostTables.policies(environment(WIKI, SHOP), new BudgetUses(List.of()));

        assertThat(table.rows()).extracting(row -> row.get(0).text()).containsExactly("shop", "wiki");
        assertThat(table.foot().get(1).text()).isEqualTo("42.60 USD");
    }

    @Test
    void aPolicyAtRestStaysAsItIsWhileOthersGrow() {
        CostCurve curve = CostCurve.of(environment(WIKI, SHOP));

        assertThat(curve.months())
                .extracting(month -> month.monthly().estimate().toPlainString())
                .containsExactly("18.44", "22.60", "42.62");
    }

    @Test
    void whatHasNoPriceIsNeverZero() {
        var unpriced = new PolicyCost(
                "orders",
                null,
                22,
                ByteRange.exactly(GIB),
                MoneyRange.NONE,
                List.of(new Component(Kind.SNAPSHOTS, null, null, null, null, null, null)),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(new Unknown(Kind.SNAPSHOTS, null, "`size.data` is not declared")));

        assertThat(CostTables.components(unpriced).rows().get(0))
                .extracting(DataTable.Cell::text)
                .containsExactly("snapshots", "not known", "not known");
        assertThat(Amounts.estimate(unpriced)).isEqualTo("not known");
        assertThat(CostPage.of(List.of(environment(unpriced)), List.of(), AT))
                .contains("Without a number: snapshots, `size.data` is not declared.");
    }

    @Test
    void budgetsStandBesideWhatUsesThem() {
        Money whole = new Money(new BigDecimal("2000"), USD);
        var budgets = List.of(
                new Invoice.BudgetUse("prod", "shop", new Money(BigDecimal.TEN, USD), 395),
                new Invoice.BudgetUse("prod", null, whole, 2),
                new Invoice.BudgetUse("dev", "wiki", whole, 1));
        DataTable table = CostTables.policies(environment(WIKI, SHOP), new BudgetUses(budgets));

        assertThat(table.columns().get(2).name()).isEqualTo("Budget");
        assertThat(table.rows().get(0).get(2))
                .isEqualTo(DataTable.Cell.of("395% of 10 USD").noting("over budget"));
        assertThat(table.rows().get(1).get(2).text()).isEmpty();
        assertThat(table.foot().get(2).text()).isEqualTo("2% of 2,000 USD");
        assertThat(CostPage.of(List.of(environment(WIKI, SHOP)), budgets, AT))
                .contains(
                        "<dt>Of the budget</dt><dd class=\"value\">2%</dd><dd class=\"note\">of 2,000 USD a month</dd>");
    }

    @Test
    void aPageNeedsAnEnvironment() {
        assertThatThrownBy(() -> CostPage.of(List.of(), List.of(), AT)).isInstanceOf(IllegalArgumentException.class);
    }
}
