package dev.ballast.page;

import dev.ballast.cost.Assumption;
import dev.ballast.cost.EnvironmentCost;
import dev.ballast.cost.PolicyCost;
import dev.ballast.cost.Unknown;
import dev.ballast.invoice.Invoice.BudgetUse;
import dev.ballast.page.Page.Part;
import dev.ballast.page.Page.Section;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The page of what policies will cost. */
public final class CostPage {
    private static final int MOST_PARTS = 100;

    private CostPage() {}

    /**
     * A page for a browser: UTF-8, complete in itself.
     *
     * @param costs an environment each, in the order of the page, at least one; money of different ones is never added
     * @param budgets of those that have one
     * @param at when it was made
     */
    public static String of(List<EnvironmentCost> costs, List<BudgetUse> budgets, Instant at) {
        if (costs.isEmpty()) {
            throw new IllegalArgumentException("a page needs an environment");
        }
        boolean one = costs.size() == 1;
        var uses = new BudgetUses(budgets);
        var parts = new ArrayList<Part>();
        costs.forEach(cost -> parts(parts, cost, uses, one));
        var closing = new ArrayList<String>();
        if (parts.size() > MOST_PARTS) {
            closing.add("Details are shown for the first %s; name an environment or a policy to see its own."
                    .formatted(MOST_PARTS));
        }
        closing.add("An estimate at rest, for list prices of the books named above, without taxes.");
        return new Page(
                        "Cost",
                        one ? costs.get(0).environment() : costs.size() + " environments",
                        List.of("as of " + Format.minute(at, ZoneOffset.UTC)),
                        one ? List.of(tiles(costs.get(0), uses)) : List.of(environments(costs, uses)),
                        parts.stream().limit(MOST_PARTS).toList(),
                        closing)
                .html();
    }

    static String id(EnvironmentCost cost, PolicyCost policy) {
        return "cost-" + cost.environment() + "." + policy.policy();
    }

    private static String id(EnvironmentCost cost) {
        return "cost-" + cost.environment();
    }

    private static void parts(List<Part> parts, EnvironmentCost cost, BudgetUses budgets, boolean one) {
        parts.add(new Part(
                id(cost), one ? "" : cost.environment(), Amounts.estimate(cost), one, environment(cost, budgets)));
        for (PolicyCost policy : cost.policies()) {
            String summary = (one ? "" : cost.environment() + ", ") + Amounts.estimate(policy);
            parts.add(new Part(id(cost, policy), policy.policy(), summary, false, policy(cost, policy)));
        }
    }

    private static Block.Tiles tiles(EnvironmentCost cost, BudgetUses budgets) {
        long bytes = cost.policies().stream()
                .mapToLong(policy -> policy.stored().estimate())
                .sum();
        long unknown = cost.policies().stream()
                .mapToLong(policy -> policy.unknowns().size())
                .sum();
        long assumed = cost.policies().stream()
                .mapToLong(policy -> policy.assumptions().size())
                .sum();
        var tiles = new ArrayList<Block.Tile>();
        tiles.add(new Block.Tile(
                "Cost a month",
                Amounts.of(cost.total().estimate(), cost.currency()),
                Amounts.range(cost.total(), cost.currency())
                        + (Amounts.isComplete(cost) ? "" : ", and what is not known")));
        budgets.of(cost.environment(), null)
                .ifPresent(use -> tiles.add(new Block.Tile(
                        BudgetUses.isOver(use) ? "Over the budget" : "Of the budget",
                        BudgetUses.share(use),
                        "of %s a month".formatted(BudgetUses.budget(use)))));
        tiles.add(new Block.Tile("Stored", Format.bytes(bytes), "on average, at rest"));
        tiles.add(new Block.Tile("Policies", Integer.toString(cost.policies().size()), "in this environment"));
        tiles.add(new Block.Tile(
                "Assumptions", Long.toString(assumed), unknown == 0 ? "nothing is unknown" : unknown + " unknown"));
        return new Block.Tiles(tiles);
    }

    private static DataTable environments(List<EnvironmentCost> costs, BudgetUses budgets) {
        List<List<DataTable.Cell>> rows = costs.stream()
                .map(cost -> List.of(
                        DataTable.Cell.of(cost.environment()).leadingTo(id(cost)),
                        DataTable.Cell.of(Amounts.estimate(cost)),
                        DataTable.Cell.of(Integer.toString(cost.policies().size())),
                        budgets.cell(cost.environment(), null)))
                .toList();
        return DataTable.of(
                        "Environments",
                        List.of(
                                DataTable.Column.text("Environment"),
                                DataTable.Column.number("Estimate a month"),
                                DataTable.Column.number("Policies"),
                                DataTable.Column.text("Budget")),
                        rows)
                .withoutEmptyColumns();
    }

    private static List<Section> environment(EnvironmentCost cost, BudgetUses budgets) {
        var sections = new ArrayList<Section>();
        sections.add(new Section(
                "Where the money goes", "Once every tier is full.", List.of(CostTables.policies(cost, budgets))));
        List<Block> curves = CostCurve.of(cost).figures(id(cost));
        if (!curves.isEmpty()) {
            sections.add(new Section("Month by month", CostCurve.LEAD, curves));
        }
        if (!cost.shared().isEmpty()) {
            sections.add(new Section("Shared", "What no policy has for itself.", List.of(CostTables.shared(cost))));
        }
        var sources = new ArrayList<Block>();
        if (!cost.books().isEmpty()) {
            sources.add(CostTables.books(cost));
        }
        sources.add(new Block.Notes(sources(cost)));
        sections.add(new Section("Where prices come from", "", sources));
        return sections;
    }

    private static List<String> sources(EnvironmentCost cost) {
        var lines = new ArrayList<String>();
        lines.add(
                cost.stale() == 0
                        ? "No price that was used is older than 180 days."
                        : "Prices used that are older than 180 days: %s.".formatted(cost.stale()));
        cost.conversions()
                .forEach(rate -> lines.add("1 %s is %s %s, as of %s."
                        .formatted(
                                rate.from().getCurrencyCode(),
                                Format.number(rate.factor()),
                                rate.to().getCurrencyCode(),
                                Format.date(rate.asOf()))));
        return lines;
    }

    private static List<Section> policy(EnvironmentCost cost, PolicyCost policy) {
        var sections = new ArrayList<Section>();
        sections.add(new Section("The bill", "Once every tier is full.", List.of(CostTables.components(policy))));
        List<Block> curves = CostCurve.of(policy).figures(id(cost, policy));
        if (!curves.isEmpty()) {
            sections.add(new Section("Month by month", CostCurve.LEAD, curves));
        }
        if (policy.tiers().size() > 1) {
            sections.add(new Section(
                    "What each tier adds",
                    "What would be saved without it, all others staying. Tiers share blocks, so these do not add up to the whole.",
                    List.of(CostTables.tiers(policy))));
        }
        var lines = new ArrayList<String>();
        policy.unknowns().forEach(unknown -> lines.add(words(unknown)));
        policy.assumptions().forEach(assumption -> lines.add(words(assumption)));
        if (!lines.isEmpty()) {
            sections.add(new Section("What is not certain", "", List.of(new Block.Notes(lines))));
        }
        return sections;
    }

    private static String words(Unknown unknown) {
        return "Without a number: %s, %s.".formatted(unknown.kind().word(), unknown.reason());
    }

    private static String words(Assumption assumption) {
        return "Assumed for %s: %s.".formatted(assumption.name(), assumption.value());
    }
}
