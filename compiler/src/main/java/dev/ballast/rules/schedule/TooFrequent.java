package dev.ballast.rules.schedule;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs that follow each other so closely that a backup is hardly done before the next is due. */
final class TooFrequent implements Rule.OfTier {
    private static final Duration LEAST = Duration.ofMinutes(15);

    @Override
    public String id() {
        return "schedule.too-frequent";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(TierPlan tier, BackupPlan policy, EnvironmentPlan environment, Context context) {
        Optional<Duration> shortest = tier.rhythm().shortest().filter(interval -> interval.compareTo(LEAST) < 0);
        if (shortest.isEmpty()) {
            return List.of();
        }
        return List.of(at(
                        WrittenTime.place(policy, tier.tier()),
                        "`%s` makes a backup every %d minutes at times; Velero makes one after the other and they pile up when one takes longer"
                                .formatted(tier.cron(), shortest.get().toMinutes()))
                .help("leave at least %d minutes between two backups".formatted(LEAST.toMinutes())));
    }
}
