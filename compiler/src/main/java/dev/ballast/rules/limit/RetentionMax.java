package dev.ballast.rules.limit;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;
import java.util.Optional;

/** Backups that live longer than allowed. */
final class RetentionMax implements Rule.OfTier {
    @Override
    public String id() {
        return "limit.retention-max";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(TierPlan tier, BackupPlan policy, EnvironmentPlan environment, Context context) {
        String word = tier.tier().word();
        return Caps.least(policy, limits -> Optional.ofNullable(limits.retentionMax()))
                .filter(cap -> tier.ttl().compareTo(cap.span()) > 0)
                .map(cap -> Caps.with(
                        at(
                                        policy.place("/keep/" + word),
                                        "%s backups live `%s`; at most `%s` is allowed"
                                                .formatted(word, Caps.text(tier.ttl()), Caps.text(cap.span())))
                                .help("keep fewer, or have the platform team excuse it with a PolicyException"),
                        cap.by(),
                        "retentionMax"))
                .stream()
                .toList();
    }
}
