package dev.ballast.rules.select;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.PrunerLabels;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** A label of a policy that GitOps tools prune by, and that its backups therefore do not get. */
final class PrunerLabel implements Rule.OfPolicy {
    @Override
    public String id() {
        return "select.pruner-label";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        return policy.policy().meta().labels().keySet().stream()
                .filter(PrunerLabels::contains)
                .map(label -> at(
                                policy.policy()
                                        .meta()
                                        .place("/metadata/labels")
                                        .child(label)
                                        .key(),
                                "tools prune by the label `%s`, so the backups of this policy do not get it"
                                        .formatted(label))
                        .help("select backups by a label of your own, or by `ballast.dev/policy`"))
                .toList();
    }
}
