package dev.ballast.page;

import dev.ballast.cost.ByteRange;
import dev.ballast.cost.Component;
import dev.ballast.cost.EnvironmentCost;
import dev.ballast.cost.MoneyRange;
import dev.ballast.cost.PolicyCost;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stored bytes and money, month by month.
 *
 * @param currency absent when nothing has a price
 * @param months in order
 */
record CostCurve(@Nullable Currency currency, List<PolicyCost.Month> months) {
    /** Less than this makes no line worth drawing. */
    private static final double LEAST_MONEY = 0.1;

    /** What a reader needs to know who compares the end of a curve with the estimate. */
    static final String LEAD =
            "The mean of each month until every tier is full. Estimates are the mean of the year after.";

    /** Of one policy. */
    static CostCurve of(PolicyCost cost) {
        return new CostCurve(cost.currency(), cost.ramp());
    }

    /** Of all policies together and what they share; one that is at rest already stays as it is in its last month. */
    static CostCurve of(EnvironmentCost cost) {
        List<PolicyCost> policies = cost.policies().stream()
                .filter(policy -> !policy.ramp().isEmpty())
                .toList();
        List<YearMonth> all =
                policies.stream()
                        .map(PolicyCost::ramp)
                        .max(Comparator.comparingInt(List::size))
                        .orElse(List.of())
                        .stream()
                        .map(PolicyCost.Month::month)
                        .toList();
        MoneyRange shared = cost.shared().stream()
                .map(Component::monthly)
                .filter(Objects::nonNull)
                .reduce(MoneyRange.NONE, MoneyRange::plus);
        var months = new ArrayList<PolicyCost.Month>();
        for (int i = 0; i < all.size(); i++) {
            ByteRange bytes = ByteRange.NONE;
            MoneyRange money = shared;
            for (PolicyCost policy : policies) {
                PolicyCost.Month month =
                        policy.ramp().get(Math.min(i, policy.ramp().size() - 1));
                bytes = bytes.plus(month.bytes());
                money = money.plus(month.monthly());
            }
            months.add(new PolicyCost.Month(all.get(i), bytes, money));
        }
        return new CostCurve(cost.currency(), months);
    }

    /** The charts that there is something to draw for. */
    List<Block> figures(String id) {
        var figures = new ArrayList<Block>();
        if (months.size() > 1 && months.stream().anyMatch(month -> month.bytes().high() > 0)) {
            figures.add(storage(id + "-bytes"));
        }
        if (months.size() > 1 && currency != null && greatest() >= LEAST_MONEY) {
            figures.add(money(id + "-money", currency));
        }
        return figures;
    }

    private double greatest() {
        return months.stream()
                .mapToDouble(month -> month.monthly().high().doubleValue())
                .max()
                .orElse(0);
    }

    private Block.Figure money(String id, Currency unit) {
        List<LineChart.Sample> samples = months.stream()
                .map(month -> sample(
                        month.month(),
                        month.monthly().low().doubleValue(),
                        month.monthly().estimate().doubleValue(),
                        month.monthly().high().doubleValue()))
                .toList();
        var line = new LineChart.Series(
                "cost",
                "series-money",
                samples,
                value -> Format.money(BigDecimal.valueOf(value), unit),
                value -> Format.briefly(BigDecimal.valueOf(value), unit));
        return figure(id, "Cost a month", line, LineChart.Measure.money(unit.getCurrencyCode(), greatest()));
    }

    private Block.Figure storage(String id) {
        List<LineChart.Sample> samples = months.stream()
                .map(month -> sample(
                        month.month(),
                        (double) month.bytes().low(),
                        (double) month.bytes().estimate(),
                        (double) month.bytes().high()))
                .toList();
        var line = new LineChart.Series(
                "stored",
                "series-bytes",
                samples,
                value -> Format.bytes((long) value),
                value -> Format.bytes((long) value));
        double greatest =
                samples.stream().mapToDouble(LineChart.Sample::high).max().orElse(0);
        return figure(id, "Stored on average", line, LineChart.Measure.bytes(greatest));
    }

    /** What is taken off a bill may turn a range around. */
    private static LineChart.Sample sample(YearMonth month, double low, double estimate, double high) {
        double middle = Math.max(0, estimate);
        Instant at = month.atDay(15).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new LineChart.Sample(
                at,
                Format.month(month),
                Math.max(0, Math.min(low, Math.min(middle, high))),
                middle,
                Math.max(high, Math.max(middle, low)));
    }

    private Block.Figure figure(String id, String title, LineChart.Series line, LineChart.Measure measure) {
        List<LineChart.Sample> samples = line.samples();
        LineChart.Sample first = samples.get(0);
        LineChart.Sample last = samples.get(samples.size() - 1);
        String description = "From %s in %s to %s in %s."
                .formatted(
                        line.words().apply(first.estimate()),
                        first.when(),
                        line.words().apply(last.estimate()),
                        last.when());
        var chart = new LineChart(id, title, description, measure, List.of(line));
        boolean banded = samples.stream().anyMatch(sample -> sample.low() < sample.high());
        List<Block.Key> legend = banded
                ? List.of(new Block.Key(line.style(), "estimate"), new Block.Key(line.style() + " soft", "low to high"))
                : List.of();
        return new Block.Figure(title, legend, chart, chart.figures());
    }
}
