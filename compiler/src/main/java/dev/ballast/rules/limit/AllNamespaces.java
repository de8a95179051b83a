package dev.ballast.rules.limit;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Limits;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** A policy that selects every namespace without being one of those that may. */
final class AllNamespaces implements Rule.OfPolicy {
    @Override
    public String id() {
        return "limit.all-namespaces";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        int star = policy.selection().written().namespaces().indexOf("*");
        return Caps.first(policy, limits -> star >= 0 && forbids(limits, policy.name()))
                .map(limits -> Caps.with(finding(policy, star), limits, "allNamespaces"))
                .stream()
                .toList();
    }

    private static boolean forbids(Limits limits, String policy) {
        List<String> allowed = limits.allNamespaces();
        return allowed != null && !allowed.contains(policy);
    }

    private Diagnostic finding(BackupPlan policy, int star) {
        return at(
                        policy.policy().meta().place("/spec/select/namespaces/" + star),
                        "`%s` selects every namespace, and is not one of the policies that may"
                                .formatted(policy.name()))
                .help("name the namespaces that are meant, or have the platform team list the policy");
    }
}
