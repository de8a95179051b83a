package dev.ballast.rules.select;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A namespace of Kubernetes or of Velero that is backed up by name, as if it were an application's. */
final class SystemNamespace implements Rule.OfPolicy {
    private static final Set<String> OF_KUBERNETES = Set.of("kube-system", "kube-public", "kube-node-lease");

    @Override
    public String id() {
        return "select.system-namespace";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        List<String> namespaces = policy.policy().select().namespaces();
        String velero = environment.environment().velero().namespace();
        var found = new ArrayList<Diagnostic>();
        for (int i = 0; i < namespaces.size(); i++) {
            String name = namespaces.get(i);
            String whose = OF_KUBERNETES.contains(name) ? "Kubernetes" : name.equals(velero) ? "Velero" : "";
            if (!whose.isEmpty()) {
                found.add(at(
                                policy.policy().meta().place("/spec/select/namespaces/" + i),
                                "`%s` is %s's own namespace, which a restore does not bring back to life"
                                        .formatted(name, whose))
                        .help("leave it out; what installs the cluster makes it anew"));
            }
        }
        return found;
    }
}
