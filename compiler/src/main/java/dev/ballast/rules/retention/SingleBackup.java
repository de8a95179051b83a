package dev.ballast.rules.retention;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Terms;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.time.Duration;
import java.util.List;

/** A tier that lets its only backup go before the next one can have completed. */
final class SingleBackup implements Rule.OfTier {
    @Override
    public String id() {
        return "retention.single-backup";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public List<Diagnostic> check(TierPlan tier, BackupPlan policy, EnvironmentPlan environment, Context context) {
        if (!isSingle(tier, grace(tier, policy.terms())) || ShorterThanInterval.falls(tier)) {
            return List.of();
        }
        String word = tier.tier().word();
        return List.of(at(
                        policy.place("/keep/" + word),
                        "the only %s backup lives `%s` and may be gone before the next one has completed"
                                .formatted(word, Spans.life(tier)))
                .help("keep at least `2`, or say `guarantee: strict`"));
    }

    /** Whether a run that is late by less than the grace leaves nothing. */
    private static boolean isSingle(TierPlan tier, Duration grace) {
        Duration certain = tier.ttl().minus(grace);
        return tier.rhythm()
                .longest()
                .filter(interval -> certain.compareTo(interval) < 0)
                .filter(interval -> tier.ttl().compareTo(interval.multipliedBy(2)) < 0)
                .isPresent();
    }

    private static Duration grace(TierPlan tier, Terms terms) {
        Terms.TierTerms ofTier = terms.tiers().get(tier.tier());
        Duration own = ofTier == null ? null : ofTier.grace();
        return own == null ? terms.alerts().grace() : own;
    }
}
