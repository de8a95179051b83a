package dev.ballast.rules.volumes;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Volumes;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import dev.ballast.velero.VeleroFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A condition of a volume rule that the declared Velero does not know. */
final class RuleConditionUnsupported implements Rule.OfTier {
    private static final Map<String, VeleroFeature> FEATURES = new TreeMap<>(
            Map.of("pvcLabels", VeleroFeature.POLICY_PVC_LABELS, "pvcPhase", VeleroFeature.POLICY_PVC_PHASE));

    @Override
    public String id() {
        return "volumes.rule-condition-unsupported";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(TierPlan tier, BackupPlan policy, EnvironmentPlan environment, Context context) {
        var found = new ArrayList<Diagnostic>();
        List<Volumes.Rule> rules = tier.volumes().rules();
        for (int i = 0; i < rules.size(); i++) {
            for (Map.Entry<String, VeleroFeature> feature : FEATURES.entrySet()) {
                String condition = feature.getKey();
                if (rules.get(i).conditions().has(condition)
                        && !environment.velero().has(feature.getValue())) {
                    String pointer = "rules/%d/when/%s".formatted(i, condition);
                    found.add(at(
                                    policy.volumesPlace(tier.tier(), pointer).key(),
                                    "Velero %s does not know the condition `%s`, which came with %s: it would refuse every backup of this policy"
                                            .formatted(
                                                    environment.velero(),
                                                    condition,
                                                    feature.getValue().since()))
                            .help("use another condition, or declare the newer Velero once it runs"));
                }
            }
        }
        return found;
    }
}
