package dev.ballast.change;

import dev.ballast.policy.Tier;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be restored once every tier has filled.
 *
 * @param restorePoints at rest, over all tiers
 * @param maximum the most at any time, those that expired and are not collected yet included
 * @param tiers restore points at rest by tier
 * @param lookback guaranteed; absent when there is none, and when it is unbounded
 * @param forever whether the look-back is unbounded
 * @param rpo the longest interval between due times; absent when nothing runs
 */
public record Outlook(
        int restorePoints,
        int maximum,
        Map<Tier, Integer> tiers,
        @Nullable Duration lookback,
        boolean forever,
        @Nullable Duration rpo) {
    public Outlook {
        tiers = Collections.unmodifiableMap(tiers.isEmpty() ? new EnumMap<>(Tier.class) : new EnumMap<>(tiers));
        if (restorePoints < 0 || maximum < 0) {
            throw new IllegalArgumentException("%d restore points, %d at most".formatted(restorePoints, maximum));
        }
        if (forever && lookback != null) {
            throw new IllegalArgumentException("a look-back is bounded or not");
        }
    }
}
