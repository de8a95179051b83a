package dev.ballast.rules.limit;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.Forecaster;
import dev.ballast.forecast.Scenario;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Policies that reach back less far than they must. */
final class LookbackLeast implements Rule.OfPolicy {
    @Override
    public String id() {
        return "limit.lookback";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        return Caps.greatest(policy, limits -> Optional.ofNullable(limits.lookback()))
                .filter(cap -> !policy.tiers().isEmpty())
                .flatMap(cap -> guaranteed(policy, context)
                        .filter(lookback -> lookback.compareTo(cap.span()) < 0)
                        .map(lookback -> finding(policy, lookback, cap)))
                .stream()
                .toList();
    }

    /** How far back it reaches at any time; nothing when that has no bound, or there is no steady state to judge. */
    private static Optional<Duration> guaranteed(BackupPlan policy, Context context) {
        Forecast forecast = Forecaster.forecast(policy, Scenario.from(context.at()));
        return Optional.ofNullable(forecast.lookback().guaranteed());
    }

    private Diagnostic finding(BackupPlan policy, Duration lookback, Caps.Cap cap) {
        String word = policy.tiers().stream()
                .max(Comparator.comparing(TierPlan::ttl))
                .map(tier -> tier.tier().word())
                .orElseThrow();
        Diagnostic finding = at(
                        policy.place("/keep/" + word),
                        "the guaranteed look-back is `%s`, the age of the next backup when the oldest expires; at least `%s` is demanded"
                                .formatted(Caps.text(lookback), Caps.text(cap.span())))
                .help("keep more %s backups, or add a coarser tier".formatted(word));
        return Caps.with(finding, cap.by(), "lookback");
    }
}
