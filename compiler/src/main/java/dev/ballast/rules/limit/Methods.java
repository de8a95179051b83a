package dev.ballast.rules.limit;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Volumes.Method;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A volume method that may not be used. */
final class Methods implements Rule.OfTier {
    @Override
    public String id() {
        return "limit.methods";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(TierPlan tier, BackupPlan policy, EnvironmentPlan environment, Context context) {
        var found = new ArrayList<Diagnostic>();
        Method method = tier.volumes().method();
        if (method != null) {
            judge(method, policy.volumesPlace(tier.tier(), "method"), policy).ifPresent(found::add);
        }
        for (int i = 0; i < tier.volumes().rules().size(); i++) {
            Place.Field place = policy.volumesPlace(tier.tier(), "rules/" + i + "/use");
            // What a rule snapshots is moved too when the method moves. Skipping a volume is no method.
            Method.of(tier.volumes().rules().get(i).use())
                    .filter(use -> use != method && !(use == Method.SNAPSHOT && method == Method.SNAPSHOT_MOVE))
                    .flatMap(use -> judge(use, place, policy))
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<Diagnostic> judge(Method method, Place.Field place, BackupPlan policy) {
        return Caps.first(
                        policy,
                        limits ->
                                !limits.methods().isEmpty() && !limits.methods().contains(method.word()))
                .map(limits -> Caps.with(
                        at(
                                        place,
                                        "the volume method `%s` is not allowed, only `%s`"
                                                .formatted(
                                                        method.word(),
                                                        String.join(
                                                                "`, `",
                                                                limits.limits().methods())))
                                .help("choose one that is allowed"),
                        limits,
                        "methods"));
    }
}
