package dev.ballast.rules.volumes;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Quantities;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A timeout that no storage system meets, or that reaches into the next run. */
final class Timeout implements Rule.OfTier {
    private static final Duration LEAST = Duration.ofMinutes(1);

    @Override
    public String id() {
        return "volumes.timeout";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(TierPlan tier, BackupPlan policy, EnvironmentPlan environment, Context context) {
        var found = new ArrayList<Diagnostic>();
        judge("snapshotTimeout", tier.volumes().snapshotTimeout(), tier, policy).ifPresent(found::add);
        judge("operationTimeout", tier.volumes().operationTimeout(), tier, policy)
                .ifPresent(found::add);
        return found;
    }

    private Optional<Diagnostic> judge(String name, @Nullable Duration timeout, TierPlan tier, BackupPlan policy) {
        if (timeout == null) {
            return Optional.empty();
        }
        var place = policy.volumesPlace(tier.tier(), name);
        if (timeout.compareTo(LEAST) < 0) {
            return Optional.of(at(
                            place,
                            "`%s` is `%s`, less than a minute: most storage systems are slower, and the volume would be missing from the backup"
                                    .formatted(name, Quantities.goText(timeout)))
                    .help("give it minutes, or leave it to Velero's default"));
        }
        return tier.rhythm()
                .longest()
                .filter(interval -> timeout.compareTo(interval) > 0)
                .map(interval -> at(
                                place,
                                "`%s` is `%s`, longer than the `%s` between two %s runs: one that hangs is still waited for when the next is due"
                                        .formatted(
                                                name,
                                                Quantities.goText(timeout),
                                                Quantities.goText(interval),
                                                tier.tier().word()))
                        .help("make it shorter, for this tier under `tiers.%s.volumes`"
                                .formatted(tier.tier().word())));
    }
}
