package dev.ballast.drift;

import dev.ballast.bucket.BucketLedger;
import dev.ballast.cost.Calibration;
import dev.ballast.observed.Observed;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Tier;
import dev.ballast.price.Prices;
import java.time.Instant;
import java.util.Map;

/**
 * All that cost drift is judged by.
 *
 * @param lives of the tiers of each policy; nothing is expected yet of a tier that is not there
 * @param ledgers what was listed in buckets, by store; may lack any
 * @param expected prices that were reckoned with
 * @param actual prices that hold; the same where no others are known
 * @param calibration what was measured before; measurements in the cluster go before it
 */
public record CostBasis(
        EnvironmentPlan environment,
        Map<String, Map<Tier, TierLife>> lives,
        Observed observed,
        Map<String, BucketLedger> ledgers,
        Prices expected,
        Prices actual,
        Calibration calibration,
        CostDrift.Thresholds thresholds,
        Instant at) {
    public CostBasis {
        lives = Map.copyOf(lives);
        ledgers = Map.copyOf(ledgers);
    }

    /** With what a cluster shows alone: no bucket was listed, and prices are as they were reckoned with. */
    public static CostBasis of(
            EnvironmentPlan environment,
            Map<String, Map<Tier, TierLife>> lives,
            Observed observed,
            Prices prices,
            CostDrift.Thresholds thresholds,
            Instant at) {
        return new CostBasis(
                environment, lives, observed, Map.of(), prices, prices, Calibration.NOTHING, thresholds, at);
    }

    /** The same with what was listed in buckets, by store. */
    public CostBasis with(Map<String, BucketLedger> listed) {
        return new CostBasis(environment, lives, observed, listed, expected, actual, calibration, thresholds, at);
    }
}
