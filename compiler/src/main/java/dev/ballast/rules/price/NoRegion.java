package dev.ballast.rules.price;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.price.Prices;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A price key that no book has for the region in which it is used. */
final class NoRegion implements Rule.OfEnvironment {
    private static final int MOST = 5;

    @Override
    public String id() {
        return "price.no-region";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(EnvironmentPlan environment, Context context) {
        List<UsedPrice> used = UsedPrice.in(environment);
        if (used.isEmpty()) {
            return List.of();
        }
        Prices prices = context.prices();
        var found = new ArrayList<Diagnostic>();
        for (UsedPrice use : used) {
            // A key that no book has at all is an unknown one.
            if (prices.keys().contains(use.key()) && use.prices(prices).isEmpty()) {
                found.add(finding(use, prices));
            }
        }
        return found;
    }

    private Diagnostic finding(UsedPrice use, Prices prices) {
        List<String> known = prices.all().stream()
                .filter(price -> price.key().equals(use.key()))
                .flatMap(price -> price.regions().stream())
                .sorted()
                .toList();
        String where = use.regions().isEmpty() ? "where no region is given" : "in " + listed(use.regions());
        return at(use.place(), "there is no price of `%s` %s, only in %s".formatted(use.key(), where, listed(known)))
                .help(
                        "`ballast prices list --key %s` shows what is there; put the price into a PriceBook of your own, with its `regions`"
                                .formatted(use.key()));
    }

    private static String listed(Collection<String> regions) {
        String shown = regions.stream().limit(MOST).map("`%s`"::formatted).collect(Collectors.joining(", "));
        return regions.size() <= MOST ? shown : shown + " and %d more".formatted(regions.size() - MOST);
    }
}
