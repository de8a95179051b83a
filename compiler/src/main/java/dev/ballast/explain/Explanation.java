package dev.ballast.explain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.diagnostic.Region;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.Effective;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.report.Findings;
import dev.ballast.source.Sources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is to be said about one policy in one environment.
 *
 * @param environment absent when the input declares none
 * @param values in the order of the reference
 * @param at from when on runs are listed
 */
public record Explanation(
        String policy,
        @Nullable String environment,
        String velero,
        JsonNode effective,
        List<Value> values,
        List<Tier> tiers,
        Findings findings,
        Instant at) {
    private static final List<String> ORDER = List.of(
            "keep",
            "schedule",
            "tiers",
            "guarantee",
            "volumes",
            "store",
            "hooks",
            "databases",
            "size",
            "budget",
            "minGood",
            "alerts",
            "names",
            "suspend");

    /** How many runs of each tier are listed. */
    public static final int RUNS = 5;

    /**
     * One effective value.
     *
     * @param pointer into the effective policy
     * @param text the value in compact JSON
     * @param region where it is written; absent for what is built in, and for cluster objects
     * @param layer what wrote it, for example {@code BackupClass gold}
     */
    public record Value(
            String pointer,
            String text,
            String source,
            @Nullable Region region,
            String layer) {}

    /** One tier: its plan, and when it runs next. */
    public record Tier(TierPlan plan, List<Instant> nextRuns) {}

    /** Explains a plan. */
    public static Explanation of(BackupPlan plan, EnvironmentPlan environment, Findings findings, Instant at) {
        return new Explanation(
                plan.name(),
                environment.declared() ? environment.name() : null,
                environment.velero().toString(),
                plan.effective().tree(),
                values(plan.effective(), findings.sources()),
                plan.tiers().stream().map(tier -> tier(tier, at)).toList(),
                findings,
                at);
    }

    private static Tier tier(TierPlan plan, Instant at) {
        return new Tier(plan, plan.calendar().runs(at).limit(RUNS).toList());
    }

    private static List<Value> values(Effective effective, Sources sources) {
        var values = new ArrayList<Value>();
        for (Map.Entry<String, Effective.Origin> leaf : effective.leaves().entrySet()) {
            Effective.Origin origin = leaf.getValue();
            Optional<Region> region = sources.region(origin.place());
            values.add(new Value(
                    leaf.getKey(),
                    effective.tree().at(leaf.getKey()).toString(),
                    origin.place().source(),
                    region.orElse(null),
                    origin.layer()));
        }
        values.sort(
                Comparator.comparingInt(value -> ORDER.indexOf(value.pointer().split("/", -1)[1])));
        return List.copyOf(values);
    }
}
