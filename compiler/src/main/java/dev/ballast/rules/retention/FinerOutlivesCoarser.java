package dev.ballast.rules.retention;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** A finer tier that is kept longer than the next coarser one, where that is not plainly useless. */
final class FinerOutlivesCoarser implements Rule.OfPolicy {
    @Override
    public String id() {
        return "retention.finer-outlives-coarser";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        return policy.tiers().stream()
                .filter(coarser -> UselessTier.coveredBy(coarser, policy).isEmpty())
                .flatMap(coarser -> policy.tiers().stream()
                        .filter(finer -> finer.tier().compareTo(coarser.tier()) < 0)
                        .filter(finer -> finer.ttl().compareTo(coarser.ttl()) > 0)
                        .limit(1)
                        .map(finer -> found(finer, coarser, policy)))
                .toList();
    }

    private Diagnostic found(TierPlan finer, TierPlan coarser, BackupPlan policy) {
        String fine = finer.tier().word();
        String coarse = coarser.tier().word();
        return at(
                        policy.place("/keep/" + fine),
                        "%s backups live `%s`, longer than %s ones, which live `%s`; usually the coarser tier reaches further back"
                                .formatted(fine, Spans.life(finer), coarse, Spans.life(coarser)))
                .related(policy.place("/keep/" + coarse), "the %s tier".formatted(coarse));
    }
}
