package dev.ballast.trial;

import dev.ballast.cost.Costs;
import dev.ballast.cost.EnvironmentCost;
import dev.ballast.cost.PolicyCost;
import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.Forecaster;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Money;
import dev.ballast.price.Prices;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What policies cost at some prices.
 *
 * @param at for the age of prices
 */
public record PricedBills(Prices prices, Instant at) implements Bills {
    @Override
    public Monthly in(EnvironmentPlan environment) {
        return forecast -> {
            String policy = forecast.plan().name();
            // Of all other policies only those matter whose volumes are counted in this one.
            List<Forecast> forecasts = Stream.concat(
                            Stream.of(forecast),
                            environment.policies().stream()
                                    .filter(plan -> isCountedIn(plan, policy))
                                    .map(plan -> Forecaster.forecast(
                                            plan, forecast.scenario().withExisting(List.of()))))
                    .toList();
            return Costs.of(environment, forecasts, prices, at).policy(policy).flatMap(PricedBills::money);
        };
    }

    private static boolean isCountedIn(BackupPlan plan, String policy) {
        return !plan.name().equals(policy)
                && plan.effective()
                        .tree()
                        .path("size")
                        .path("sharedWith")
                        .asText()
                        .equals(policy);
    }

    private static Optional<Money> money(PolicyCost cost) {
        Currency currency = cost.currency();
        BigDecimal estimate =
                cost.monthly().rounded(EnvironmentCost.DIGITS).estimate().max(BigDecimal.ZERO);
        return currency == null || !cost.complete() ? Optional.empty() : Optional.of(new Money(estimate, currency));
    }
}
