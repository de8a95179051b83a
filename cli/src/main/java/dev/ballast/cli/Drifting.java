package dev.ballast.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.bucket.BucketLedger;
import dev.ballast.cost.Calibration;
import dev.ballast.cost.CalibrationFile;
import dev.ballast.drift.CostBasis;
import dev.ballast.drift.CostDrift;
import dev.ballast.drift.CostDrifts;
import dev.ballast.drift.DriftReport;
import dev.ballast.drift.Drifts;
import dev.ballast.drift.TierLife;
import dev.ballast.observed.Observed;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Tier;
import dev.ballast.price.Prices;
import dev.ballast.reconcile.RecordedLives;
import java.util.Map;
import java.util.Set;

/** Holds a cluster against its policies. */
final class Drifting {
    private final EnvironmentPlan environment;
    private final Observed observed;
    private final Map<String, Map<Tier, TierLife>> lives;

    /** Reads what is needed of the cluster, at the time of the run. */
    Drifting(Run run, ClusterSource cluster) {
        environment = ClusterRun.environment(run);
        String namespace = environment.environment().velero().namespace();
        observed = cluster.observe(namespace, run.at());
        lives = Drifts.lives(environment, observed, RecordedLives.of(cluster.language(namespace)));
    }

    EnvironmentPlan environment() {
        return environment;
    }

    Observed observed() {
        return observed;
    }

    /**
     * How far it is off.
     *
     * @param managers names under which we apply
     * @param now prices that hold
     * @param accepted prices that were reckoned with
     * @param ledgers what was listed in buckets, by store
     */
    DriftReport report(Set<String> managers, Prices now, Prices accepted, Map<String, BucketLedger> ledgers) {
        return Drifts.of(environment, observed, lives, CostDrifts.of(basis(now, accepted, ledgers)), managers);
    }

    /** What uploads in the cluster tell of sizes and changes, as a document. */
    ObjectNode calibration(Prices prices, Map<String, BucketLedger> ledgers) {
        return CalibrationFile.write(
                CostDrifts.calibration(basis(prices, prices, ledgers)), environment.name(), observed.at());
    }

    private CostBasis basis(Prices now, Prices accepted, Map<String, BucketLedger> ledgers) {
        return new CostBasis(
                environment,
                lives,
                observed,
                ledgers,
                accepted,
                now,
                Calibration.NOTHING,
                CostDrift.Thresholds.DEFAULT,
                observed.at());
    }
}
