package dev.ballast.cost;

import dev.ballast.policy.Tier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a policy costs in one environment.
 *
 * @param currency of all its money; absent when nothing has a price
 * @param restorePoints at rest
 * @param stored mean bytes at rest, of all that is known
 * @param monthly money at rest: the sum of the components that have a price
 * @param components in a fixed order; their money, as shown by {@link #shown}, adds up to the total as shown
 * @param tiers what would be saved without each, finest first
 * @param ramp from the first month to the first one at rest
 * @param steadyFrom when its bytes are at rest, which may be later than its restore points are; absent when it never is, and then {@code monthly} is the mean of the first year
 * @param assumptions each once, by name
 * @param unknowns what has no number
 */
public record PolicyCost(
        String policy,
        @Nullable Currency currency,
        int restorePoints,
        ByteRange stored,
        MoneyRange monthly,
        List<Component> components,
        List<TierCost> tiers,
        List<Month> ramp,
        @Nullable Instant steadyFrom,
        List<Assumption> assumptions,
        List<Unknown> unknowns) {

    public PolicyCost {
        components = List.copyOf(components);
        tiers = List.copyOf(tiers);
        ramp = List.copyOf(ramp);
        assumptions = List.copyOf(assumptions);
        unknowns = List.copyOf(unknowns);
    }

    /**
     * What would be saved without a tier, all others staying: since tiers share blocks, these do not add up to the whole.
     *
     * @param bytes mean at rest
     * @param monthly estimate, at rest
     */
    public record TierCost(Tier tier, int restorePoints, long bytes, BigDecimal monthly) {}

    /**
     * A month on the way to rest.
     *
     * @param bytes mean; of the first month, over what is left of it
     * @param monthly money at that mean
     */
    public record Month(YearMonth month, ByteRange bytes, MoneyRange monthly) {}

    /** Whether every component has its money. */
    public boolean complete() {
        return unknowns.isEmpty();
    }

    /** Money at rest of each component, rounded so that it adds up to the rounded total; nothing for those without. */
    public List<@Nullable BigDecimal> shown() {
        List<BigDecimal> known = components.stream()
                .map(Component::monthly)
                .map(range -> range == null ? BigDecimal.ZERO : range.estimate())
                .toList();
        List<BigDecimal> rounded = Cents.shares(known, EnvironmentCost.DIGITS);
        var shown = new java.util.ArrayList<@Nullable BigDecimal>();
        for (int i = 0; i < rounded.size(); i++) {
            shown.add(components.get(i).monthly() == null ? null : rounded.get(i));
        }
        return shown;
    }
}
