package dev.ballast.drift;

import dev.ballast.metrics.PolicyMetricsInput;
import dev.ballast.observed.PolicyView;
import dev.ballast.policy.Tier;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Policies as their metrics want them, for tests of other packages. */
public final class Judged {
    private Judged() {}

    /** A policy of four tiers at most that began a while ago, of which nothing was backed up yet. */
    public static PolicyMetricsInput input(List<ManifestDrift> manifests, @Nullable CostDrift cost, String... terms) {
        var plan = ShopPlan.of(terms);
        Instant at = Instant.parse("2026-11-21T09:00:00Z");
        var lives = new EnumMap<Tier, TierLife>(Tier.class);
        plan.tiers().forEach(tier -> lives.put(tier.tier(), new TierLife(Instant.parse("2026-11-20T00:00:00Z"), null)));
        var history = new History(plan, "2026-11-20T00:00:00Z");
        history.good(Tier.DAILY, "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z");
        PolicyView view = history.view();
        return new PolicyMetricsInput(
                "prod",
                History.CLUSTER,
                plan,
                Map.copyOf(lives),
                view,
                Execution.judge(plan, History.CLUSTER, lives, view, at),
                manifests,
                cost,
                0);
    }
}
