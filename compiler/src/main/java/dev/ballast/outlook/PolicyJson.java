package dev.ballast.outlook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.RestorePoints;
import dev.ballast.forecast.TierForecast;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Keep;
import dev.ballast.policy.Quantities;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One entry of {@code policies} in a ForecastReport. */
final class PolicyJson {
    private final PolicyOutlook outlook;
    private final Forecast forecast;
    private final ObjectNode node;

    private PolicyJson(PolicyOutlook outlook, ObjectNode node) {
        this.outlook = outlook;
        this.forecast = outlook.forecast();
        this.node = node;
    }

    static void put(PolicyOutlook outlook, ObjectNode node) {
        var entry = new PolicyJson(outlook, node);
        entry.headline();
        entry.tiers();
        entry.runs();
        entry.points();
        outlook.disturbance().ifPresent(entry::outages);
    }

    private void headline() {
        Forecast calm = outlook.calm();
        RestorePoints points = calm.restorePoints();
        node.put("policy", outlook.name());
        ObjectNode counts = node.putObject("restorePoints")
                .put("atRest", points.atRest())
                .put("minimum", points.minimum())
                .put("maximum", points.maximum())
                .put("bound", points.bound());
        OutlookJson.put(counts, "steadyFrom", points.steadyFrom());
        lookback(node, calm);
        OutlookJson.put(node, "rpo", calm.rpo());
        ArrayNode gaps = node.putArray("worstGaps");
        for (Duration age : PolicyOutlook.AGES) {
            calm.worstGap(age)
                    .ifPresent(gap ->
                            gaps.addObject().put("age", Quantities.goText(age)).put("gap", Quantities.goText(gap)));
        }
    }

    private static void lookback(ObjectNode node, Forecast of) {
        ObjectNode lookback =
                node.putObject("lookback").put("forever", of.lookback().forever());
        OutlookJson.put(lookback, "guaranteed", of.lookback().guaranteed());
    }

    private void tiers() {
        ArrayNode tiers = node.putArray("tiers");
        for (TierForecast tier : forecast.tiers()) {
            TierPlan plan = tier.plan();
            ObjectNode entry = tiers.addObject()
                    .put("tier", plan.tier().word())
                    .put("name", plan.name())
                    .put("schedule", plan.cron())
                    .put("ttl", Quantities.goText(plan.ttl()));
            if (plan.keep() instanceof Keep.Count count) {
                entry.put("count", count.backups());
            }
            entry.put("atRest", outlook.calm().restorePoints().tiersAtRest().getOrDefault(plan.tier(), 0));
        }
    }

    private void runs() {
        ArrayNode runs = node.putArray("runs");
        for (DueRun run : outlook.runs()) {
            runs.addObject()
                    .put("time", run.time().toString())
                    .put("tier", run.tier().word())
                    .put("backup", run.backup())
                    .put("expires", run.expires().toString())
                    .put("good", run.good());
        }
    }

    /** At the beginning, then at every midnight. */
    private void points() {
        ArrayNode points = node.putArray("points");
        Instant at = outlook.from();
        while (at.isBefore(outlook.end())) {
            ObjectNode entry = points.addObject().put("time", at.toString()).put("total", forecast.points(at));
            for (TierForecast tier : forecast.tiers()) {
                entry.put(tier.plan().tier().word(), forecast.points(tier.plan().tier(), at));
            }
            at = at.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        }
    }

    private void outages(Disturbance effect) {
        ObjectNode disturbance = node.putObject("disturbance");
        ArrayNode outages = disturbance.putArray("outages");
        forecast.scenario()
                .outages()
                .forEach(outage -> outages.addObject()
                        .put("from", outage.from().toString())
                        .put("to", outage.to().toString())
                        .put("kind", outage.kind().word()));
        ObjectNode lost = disturbance.putObject("lost");
        effect.lost().forEach((tier, count) -> lost.put(tier.word(), count));
        disturbance
                .putObject("fewest")
                .put("time", effect.lowestAt().toString())
                .put("points", effect.lowest())
                .put("otherwise", effect.otherwise());
        ObjectNode newest = disturbance.putObject("newest");
        OutlookJson.put(newest, "age", effect.stalest());
        OutlookJson.put(newest, "time", effect.stalestAt());
        lookback(disturbance, forecast);
        OutlookJson.put(disturbance, "noneFrom", effect.noneFrom());
        OutlookJson.put(disturbance, "asBefore", effect.differsUntil());
    }
}
