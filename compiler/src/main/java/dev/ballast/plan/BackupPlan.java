package dev.ballast.plan;

import dev.ballast.diagnostic.Place;
import dev.ballast.policy.BackupPolicy;
import dev.ballast.policy.Limits;
import dev.ballast.policy.Terms;
import dev.ballast.policy.Tier;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A policy in one environment.
 *
 * @param effective the terms with where each came from; pointers start at a term, for example {@code /keep/daily}
 * @param tiers finest first; a tier whose time could not be read is missing, with a finding
 * @param hooks the enabled ones, in order
 * @param limits all that apply, each with the place of its object
 * @param paused true: no run is started; false: a pause by hand is undone; absent: left to others
 */
public record BackupPlan(
        BackupPolicy policy,
        Terms terms,
        Effective effective,
        Selection selection,
        List<TierPlan> tiers,
        List<HookPlan> hooks,
        List<SourcedLimits> limits,
        @Nullable Boolean paused) {

    public String name() {
        return policy.name();
    }

    /** The same without where its terms came from, but for its size: findings need the rest, and what is in a cluster does not. */
    public BackupPlan lean() {
        return new BackupPlan(policy, terms, effective.under("size"), selection, tiers, hooks, limits, paused);
    }

    /** The place of a value of the effective terms, by pointer. */
    public Place.Field place(String pointer) {
        return effective.place(pointer);
    }

    /** The place of a value of the volumes of a tier: where the tier says it, else where the policy does. */
    public Place.Field volumesPlace(Tier tier, String member) {
        String ofTier = "/tiers/" + tier.word() + "/volumes/" + member;
        return effective.place(effective.has(ofTier) ? ofTier : "/volumes/" + member);
    }

    /** The plan of a tier. */
    public Optional<TierPlan> tier(Tier tier) {
        return tiers.stream().filter(plan -> plan.tier() == tier).findFirst();
    }

    /**
     * Limits and where they stand.
     *
     * @param place of the {@code limits} object
     * @param owner for example {@code Environment prod}
     */
    public record SourcedLimits(Limits limits, Place.Field place, String owner) {}
}
