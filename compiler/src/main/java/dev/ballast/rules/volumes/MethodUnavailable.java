package dev.ballast.rules.volumes;

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

/** A method that the environment says it cannot do. */
final class MethodUnavailable implements Rule.OfTier {
    @Override
    public String id() {
        return "volumes.method-unavailable";
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
            judge(method, policy.volumesPlace(tier.tier(), "method"), environment, found);
        }
        for (int i = 0; i < tier.volumes().rules().size(); i++) {
            String use = tier.volumes().rules().get(i).use();
            Place.Field place = policy.volumesPlace(tier.tier(), "rules/" + i + "/use");
            // A rule's snapshot is moved when the method moves, and then the method itself is judged.
            Method.of(use).ifPresent(ofRule -> judge(ofRule, place, environment, found));
        }
        return found;
    }

    private void judge(Method method, Place.Field place, EnvironmentPlan environment, List<Diagnostic> found) {
        var velero = environment.environment().velero();
        boolean locations = !environment.environment().snapshotLocations().isEmpty();
        boolean moves = method == Method.SNAPSHOT_MOVE;
        if (Boolean.FALSE.equals(velero.csi()) && (moves || (method == Method.SNAPSHOT && !locations))) {
            String lacks = moves ? "has no CSI snapshots" : "has neither CSI snapshots nor a snapshot location";
            found.add(finding(method, lacks, place, environment, "csi"));
        }
        if (Boolean.FALSE.equals(velero.nodeAgent()) && (moves || method == Method.FILE_SYSTEM)) {
            found.add(finding(method, "has no node agent", place, environment, "nodeAgent"));
        }
    }

    private Diagnostic finding(
            Method method, String lacks, Place.Field place, EnvironmentPlan environment, String field) {
        return at(
                        place,
                        "`%s` cannot work in the environment `%s`, which %s: backups would complete without these volumes"
                                .formatted(method.word(), environment.name(), lacks))
                .related(environment.environment().meta().place("/spec/velero/" + field), "said here")
                .help("choose another method for this environment with `overrides`, or enable what it needs");
    }
}
