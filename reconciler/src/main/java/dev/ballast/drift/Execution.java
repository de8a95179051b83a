package dev.ballast.drift;

import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.Forecaster;
import dev.ballast.forecast.Scenario;
import dev.ballast.observed.PolicyView;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Holds the backups of a policy against what it promises. What is expected comes from the same calendar that forecasts use: each due time
 * since the tier is as it is, each backup from when it was due until its TTL is over.
 */
public final class Execution {
    private Execution() {}

    /**
     * The backups of a policy at a time. A failure that a newer good run of the same tier made up for is no finding of its own: it is told
     * as one restore point too few, for as long as its backup would have lived.
     *
     * @param cluster name of the cluster in labels; backups that others made do not count
     * @param lives since when each tier is as it is; nothing is expected yet of one that is not there
     */
    public static Health judge(
            BackupPlan plan, String cluster, Map<Tier, TierLife> lives, PolicyView view, Instant at) {
        Situation situation = Situation.of(plan, cluster, lives, view, at);
        Forecast full = forecast(plan, plan.tiers(), at);
        Map<Tier, Integer> atRest = full.restorePoints().tiersAtRest();
        List<TierHealth> tiers = situation.tiers().stream()
                .map(tier -> tier.health(atRest.getOrDefault(tier.plan().tier(), 0)))
                .toList();
        List<TierPlan> running = situation.tiers().stream()
                .filter(TierRuns::isRunning)
                .map(TierRuns::plan)
                .toList();
        Forecast now = running.equals(plan.tiers()) ? full : forecast(plan, running, at);
        return new Health(tiers, now.rpo(), findings(situation));
    }

    private static List<ExecutionDrift> findings(Situation situation) {
        Commands commands = situation.commands();
        var findings = new ArrayList<ExecutionDrift>();
        for (TierRuns tier : situation.tiers()) {
            findings.addAll(new RunFindings(tier, commands).all());
            PromiseFindings.tooFew(tier, commands).ifPresent(findings::add);
            PlaceFindings.invalidSchedule(tier, commands).ifPresent(findings::add);
        }
        PromiseFindings.stale(situation, commands).ifPresent(findings::add);
        findings.addAll(PlaceFindings.stores(situation, commands));
        findings.addAll(new CollectionFindings(situation, commands).all());
        findings.addAll(PlaceFindings.paused(situation, commands));
        // A stable sort: within a kind in the order of the tiers, what is about all of them first.
        findings.sort(Comparator.comparing(ExecutionDrift::kind)
                .thenComparing(ExecutionDrift::tier, Comparator.nullsFirst(Comparator.naturalOrder())));
        return findings;
    }

    /** As if these tiers ran and nothing else did: a pause changes neither how many a full tier holds nor how often the others run. */
    private static Forecast forecast(BackupPlan plan, List<TierPlan> tiers, Instant at) {
        var running = new BackupPlan(
                plan.policy(),
                plan.terms(),
                plan.effective(),
                plan.selection(),
                tiers,
                plan.hooks(),
                plan.limits(),
                null);
        return Forecaster.forecast(running, Scenario.from(at));
    }
}
