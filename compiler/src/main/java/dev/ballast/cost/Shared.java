package dev.ballast.cost;

import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.policy.PriceBook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;

/** What an environment pays for once, whatever its policies do. */
record Shared(List<Component> components) {
    /**
     * Requests a month by which Velero keeps itself informed of one store: one LIST a minute to find backups ({@code --backup-sync-period})
     * and one to see that the store is there ({@code --store-validation-frequency}), 730 hours long.
     */
    static final BigDecimal LISTS = BigDecimal.valueOf(2 * 60 * 730L);

    static Shared of(EnvironmentPlan environment, List<Bill> bills, Quotes quotes) {
        var components = new ArrayList<Component>();
        for (StorePlan store : environment.stores().values()) {
            quotes.store(store).ifPresent(quote -> listing(store, quote, quotes, components));
        }
        accounts(bills, quotes, components);
        return new Shared(List.copyOf(components));
    }

    private static void listing(StorePlan store, Quote quote, Quotes quotes, List<Component> components) {
        PriceBook.Requests requests = quote.price().entry().requests();
        PriceBook.PerRequests price = requests.list() == null ? requests.write() : requests.list();
        if (price != null) {
            quotes.convert(Quote.requests(price, LISTS), quote.currency())
                    .ifPresent(money -> components.add(new Component(
                            Component.Kind.LISTING,
                            null,
                            store.name(),
                            null,
                            quote,
                            LISTS,
                            MoneyRange.exactly(money))));
        }
    }

    /** An account pays by its own sum: what that makes more or less than the lines added up is nobody's alone. */
    private static void accounts(List<Bill> bills, Quotes quotes, List<Component> components) {
        Map<Quote, List<Line>> byQuote = new LinkedHashMap<>();
        for (Bill bill : bills) {
            for (Line line : bill.lines()) {
                if (line.stored() && line.quote() != null && line.monthly() != null && line.bytes() != null) {
                    byQuote.computeIfAbsent(line.quote(), q -> new ArrayList<>())
                            .add(line);
                }
            }
        }
        byQuote.forEach((quote, lines) -> {
            MoneyRange terms = new MoneyRange(
                    terms(quote, lines, ByteRange::low, quotes),
                    terms(quote, lines, ByteRange::estimate, quotes),
                    terms(quote, lines, ByteRange::high, quotes));
            if (!MoneyRange.NONE.rounded(EnvironmentCost.DIGITS).equals(terms.rounded(EnvironmentCost.DIGITS))) {
                List<String> stores = lines.stream()
                        .map(Line::store)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
                String store = stores.size() == 1 ? stores.get(0) : null;
                components.add(new Component(Component.Kind.ACCOUNT, null, store, null, quote, null, terms));
            }
        });
    }

    private static BigDecimal terms(Quote quote, List<Line> lines, ToLongFunction<ByteRange> which, Quotes quotes) {
        PriceBook.Entry entry = quote.price().entry();
        Tariff tariff = Objects.requireNonNull(quote.tariff());
        BigDecimal separately = BigDecimal.ZERO;
        long bytes = 0;
        for (Line line : lines) {
            long own = which.applyAsLong(Objects.requireNonNull(line.bytes()).get(0));
            separately = separately.add(tariff.monthly(own));
            bytes += own;
        }
        PriceBook.Base base = entry.base();
        long free = entry.freeBytes() + (base == null ? 0 : base.includesBytes());
        long paid = Math.max(0, Math.max(bytes, entry.minimum().storageBytes()) - free);
        BigDecimal together = tariff.monthly(paid).add(base == null ? BigDecimal.ZERO : base.price());
        return quotes.convert(together.subtract(separately), quote.currency()).orElseThrow();
    }
}
