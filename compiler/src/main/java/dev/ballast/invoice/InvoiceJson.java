package dev.ballast.invoice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.cost.Component;
import dev.ballast.cost.EnvironmentCost;
import dev.ballast.cost.MoneyRange;
import dev.ballast.cost.PolicyCost;
import dev.ballast.cost.Quote;
import dev.ballast.cost.Unknown;
import dev.ballast.policy.Tier;
import dev.ballast.report.ReportEnvelope;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invoice as a CostReport. */
public final class InvoiceJson {
    private InvoiceJson() {}

    /** The report, valid against {@code cost-report.schema.json}. */
    public static ObjectNode of(Invoice invoice) {
        ObjectNode report = ReportEnvelope.head("CostReport", invoice.environment(), invoice.at());
        List<EnvironmentCost> all = invoice.environments();
        EnvironmentCost first = all.get(0);
        if (first.currency() != null
                && all.stream().allMatch(cost -> first.currency().equals(cost.currency()))) {
            report.put("currency", first.currency().getCurrencyCode());
            money(
                    report.putObject("totals"),
                    all.stream().map(EnvironmentCost::total).reduce(MoneyRange.NONE, MoneyRange::plus));
        }
        ArrayNode environments = report.putArray("environments");
        all.forEach(cost -> environment(environments.addObject(), cost, invoice));
        ArrayNode policies = report.putArray("policies");
        all.forEach(cost -> cost.policies().forEach(policy -> policy(policies.addObject(), cost, policy, invoice)));
        report.set("diagnostics", ReportEnvelope.diagnostics(invoice.findings()));
        return report;
    }

    private static void environment(ObjectNode node, EnvironmentCost cost, Invoice invoice) {
        node.put("environment", cost.environment());
        if (cost.currency() != null) {
            node.put("currency", cost.currency().getCurrencyCode());
        }
        money(node.putObject("totals"), cost.total());
        budget(node, invoice, cost.environment(), null);
        ArrayNode shared = node.putArray("shared");
        cost.shared().forEach(component -> {
            MoneyRange monthly = component.monthly();
            component(shared.addObject(), component, monthly == null ? null : monthly.estimate());
        });
        ArrayNode books = node.putArray("books");
        cost.books()
                .forEach(book -> books.addObject()
                        .put("name", book.name())
                        .put("version", book.version())
                        .put("asOf", book.asOf().toString())
                        .put("prices", book.prices()));
        node.put("stalePrices", cost.stale());
        ArrayNode conversions = node.putArray("conversions");
        cost.conversions()
                .forEach(rate -> conversions
                        .addObject()
                        .put("from", rate.from().getCurrencyCode())
                        .put("to", rate.to().getCurrencyCode())
                        .put("rate", rate.factor().toPlainString())
                        .put("asOf", rate.asOf().toString())
                        .put("book", rate.book().name()));
    }

    private static void policy(ObjectNode node, EnvironmentCost cost, PolicyCost policy, Invoice invoice) {
        node.put("policy", policy.policy()).put("environment", cost.environment());
        if (policy.currency() != null) {
            node.put("currency", policy.currency().getCurrencyCode());
        }
        node.put("restorePoints", policy.restorePoints());
        node.put("storedBytes", policy.stored().estimate());
        money(node.putObject("monthly"), policy.monthly());
        node.put("complete", policy.complete());
        if (policy.steadyFrom() != null) {
            node.put("steadyFrom", policy.steadyFrom().toString());
        }
        budget(node, invoice, cost.environment(), policy.policy());
        ArrayNode components = node.putArray("components");
        List<@Nullable BigDecimal> shown = policy.shown();
        for (int i = 0; i < shown.size(); i++) {
            component(components.addObject(), policy.components().get(i), shown.get(i));
        }
        ArrayNode tiers = node.putArray("tiers");
        policy.tiers()
                .forEach(tier -> tiers.addObject()
                        .put("tier", tier.tier().word())
                        .put("restorePoints", tier.restorePoints())
                        .put("bytes", tier.bytes())
                        .put("monthly", InvoiceWords.money(tier.monthly())));
        rest(node, policy);
    }

    private static void rest(ObjectNode node, PolicyCost policy) {
        ArrayNode assumptions = node.putArray("assumptions");
        policy.assumptions()
                .forEach(a -> assumptions.addObject().put("name", a.name()).put("value", a.value()));
        ArrayNode unknowns = node.putArray("unknowns");
        policy.unknowns().forEach(unknown -> unknown(unknowns.addObject(), unknown));
        ArrayNode ramp = node.putArray("ramp");
        for (PolicyCost.Month month : policy.ramp()) {
            ObjectNode of = ramp.addObject()
                    .put("month", month.month().toString())
                    .put("bytes", month.bytes().estimate());
            money(of.putObject("monthly"), month.monthly());
        }
    }

    private static void unknown(ObjectNode node, Unknown unknown) {
        node.put("component", unknown.kind().word());
        if (unknown.store() != null) {
            node.put("store", unknown.store());
        }
        node.put("reason", unknown.reason());
    }

    private static void component(ObjectNode node, Component component, @Nullable BigDecimal shown) {
        node.put("component", component.kind().word());
        Tier tier = component.tier();
        if (tier != null) {
            node.put("tier", tier.word());
        }
        if (component.store() != null) {
            node.put("store", component.store());
        }
        if (component.bytes() != null) {
            node.put("bytes", component.bytes().estimate());
            node.put("bytesLow", component.bytes().low());
            node.put("bytesHigh", component.bytes().high());
        }
        Quote quote = component.price();
        if (quote != null) {
            ObjectNode price = node.putObject("price").put("key", quote.key());
            if (quote.region() != null) {
                price.put("region", quote.region());
            }
            price.put("book", quote.price().book().name())
                    .put("asOf", quote.price().asOf().toString())
                    .put("currency", quote.currency().getCurrencyCode());
        }
        if (component.quantity() != null) {
            node.put("quantity", component.quantity().longValueExact());
        }
        if (component.monthly() != null && shown != null) {
            List<String> money = InvoiceWords.money(component.monthly(), shown);
            node.putObject("monthly")
                    .put("low", money.get(0))
                    .put("estimate", money.get(1))
                    .put("high", money.get(2));
        }
    }

    private static void budget(ObjectNode node, Invoice invoice, String environment, @Nullable String policy) {
        invoice.budget(environment, policy).ifPresent(use -> {
            ObjectNode budget = node.putObject("budget")
                    .put("monthly", use.budget().amount().toPlainString())
                    .put("currency", use.budget().currency().getCurrencyCode());
            if (use.percent() != null) {
                budget.put("usedPercent", use.percent());
            }
        });
    }

    private static void money(ObjectNode node, MoneyRange range) {
        List<String> money = InvoiceWords.money(range);
        node.put("low", money.get(0)).put("estimate", money.get(1)).put("high", money.get(2));
    }
}
