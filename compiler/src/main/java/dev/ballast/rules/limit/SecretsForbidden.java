package dev.ballast.rules.limit;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.Omission;
import dev.ballast.policy.Limits;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import dev.ballast.velero.CoreResource;
import java.util.List;

/** Secrets in backups that must hold none. */
final class SecretsForbidden implements Rule.OfPolicy {
    @Override
    public String id() {
        return "limit.secrets";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        return Caps.first(policy, Limits::secretsForbidden)
                .filter(limits ->
                        Omission.of(CoreResource.SECRETS, policy, environment).isEmpty())
                .map(limits -> Caps.with(finding(policy), limits, "secrets"))
                .stream()
                .toList();
    }

    private Diagnostic finding(BackupPlan policy) {
        List<String> resources = policy.selection().written().resources();
        int named = CoreResource.SECRETS.indexIn(resources);
        var select = policy.policy().meta().place("/spec/select");
        return named < 0
                ? at(select.key(), "Secrets are forbidden in backups, and nothing leaves them out of these")
                        .help("write `excludeResources: [secrets]`")
                : at(
                                select.child("resources").child(named),
                                "Secrets are forbidden in backups, and `%s` takes them in"
                                        .formatted(resources.get(named)))
                        .help("name other resources, or write `excludeResources: [secrets]`");
    }
}
