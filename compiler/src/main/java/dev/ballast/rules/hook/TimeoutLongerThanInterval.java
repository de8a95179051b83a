package dev.ballast.rules.hook;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.hooks.HookStep;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.HookPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Quantities;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Steps that Velero may still be waiting for when the next backup is due. */
final class TimeoutLongerThanInterval implements Rule.OfPolicy {
    @Override
    public String id() {
        return "hook.timeout-longer-than-interval";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        var found = new ArrayList<Diagnostic>();
        for (HookPlan hook : policy.hooks()) {
            Duration most = Stream.concat(hook.pre().stream(), hook.post().stream())
                    .map(HookStep::timeout)
                    .reduce(Duration.ZERO, Duration::plus);
            policy.tiers().stream()
                    .flatMap(tier -> overlap(hook, most, tier, policy).stream())
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<Diagnostic> overlap(HookPlan hook, Duration most, TierPlan tier, BackupPlan policy) {
        return tier.rhythm()
                .shortest()
                .filter(interval -> most.compareTo(interval) > 0)
                .map(interval -> at(
                                policy.place(hook.pointer()),
                                "the steps of the hook `%s` may take `%s` together, and %s backups are only `%s` apart: a step that hangs holds up the next one"
                                        .formatted(
                                                hook.hook().name(),
                                                Quantities.goText(most),
                                                tier.tier().word(),
                                                Quantities.goText(interval)))
                        .help("give the steps a shorter `timeout`"));
    }
}
