package dev.ballast.rules.retention;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A tier whose backups reach back no further than those of a finer tier. */
final class UselessTier implements Rule.OfTier {
    @Override
    public String id() {
        return "retention.useless-tier";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(TierPlan tier, BackupPlan policy, EnvironmentPlan environment, Context context) {
        return coveredBy(tier, policy).map(finer -> found(tier, finer, policy)).stream()
                .toList();
    }

    private Diagnostic found(TierPlan tier, TierPlan finer, BackupPlan policy) {
        String word = tier.tier().word();
        String finerWord = finer.tier().word();
        return at(
                        policy.place("/keep/" + word),
                        "the %s tier never adds a restore point: its backups live `%s`, and %s ones live `%s`"
                                .formatted(word, Spans.life(tier), finerWord, Spans.life(finer)))
                .help("keep the %s tier longer than the %s one, or remove it".formatted(word, finerWord))
                .related(policy.place("/keep/" + finerWord), "the %s tier".formatted(finerWord));
    }

    /** The longest-lived finer tier that holds the same, as far back, with runs near all of this one. */
    static Optional<TierPlan> coveredBy(TierPlan tier, BackupPlan policy) {
        return policy.tiers().stream()
                .filter(finer -> finer.tier().compareTo(tier.tier()) < 0)
                .filter(finer -> finer.ttl().compareTo(tier.ttl()) >= 0)
                .filter(finer -> holdsTheSame(finer, tier))
                .filter(finer -> isDense(finer, tier))
                .max(Comparator.comparing(TierPlan::ttl));
    }

    /** Whether some run of the finer tier is near each run of this one: Monday to Friday does not make up for Sunday. */
    private static boolean isDense(TierPlan finer, TierPlan tier) {
        return finer.rhythm()
                .longest()
                .filter(interval ->
                        interval.multipliedBy(3).compareTo(tier.tier().period()) < 0)
                .isPresent();
    }

    /** A copy elsewhere, or made in another way, is of use however long it lives. */
    private static boolean holdsTheSame(TierPlan finer, TierPlan tier) {
        return Objects.equals(finer.store(), tier.store()) && finer.volumes().equals(tier.volumes());
    }
}
