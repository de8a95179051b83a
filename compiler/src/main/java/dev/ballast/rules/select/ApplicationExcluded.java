package dev.ballast.rules.select;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** A namespace that a policy for all namespaces leaves out and that no other policy takes. */
final class ApplicationExcluded implements Rule.OfEnvironment {
    private static final int MOST = 5;

    @Override
    public String id() {
        return "select.application-excluded";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public List<Diagnostic> check(EnvironmentPlan environment, Context context) {
        List<BackupPlan> ofAll = environment.policies().stream()
                .filter(policy -> policy.policy().select().allNamespaces())
                .toList();
        var leavingOut = new HashMap<String, Integer>();
        ofAll.forEach(policy -> policy.selection().excludedNamespaces().stream()
                .distinct()
                .forEach(name -> leavingOut.merge(name, 1, Integer::sum)));
        Covered covered = Covered.of(environment);
        var found = new ArrayList<Diagnostic>();
        var told = new HashSet<String>();
        for (BackupPlan policy : ofAll) {
            List<String> lost = policy.policy().select().excludeNamespaces().stream()
                    .filter(name -> leavingOut.getOrDefault(name, 0) == ofAll.size() && told.add(name))
                    .filter(name -> isApplication(name, environment) && !covered.contains(name))
                    .toList();
            if (!lost.isEmpty()) {
                found.add(finding(policy, lost));
            }
        }
        return found;
    }

    private static boolean isApplication(String name, EnvironmentPlan environment) {
        return !name.equals("*")
                && !name.startsWith("kube-")
                && !name.startsWith("openshift-")
                && !name.endsWith("-system")
                && !name.equals(environment.environment().velero().namespace());
    }

    private Diagnostic finding(BackupPlan policy, List<String> lost) {
        int first = policy.policy().select().excludeNamespaces().indexOf(lost.get(0));
        String names = lost.stream().limit(MOST).map("`%s`"::formatted).collect(Collectors.joining(", "));
        String more = lost.size() <= MOST ? "" : " and %d more".formatted(lost.size() - MOST);
        return at(
                        policy.policy().meta().place("/spec/select/excludeNamespaces/" + first),
                        "no policy backs up %s%s; what Git holds of an application does not include the data in its volumes"
                                .formatted(names, more))
                .about(policy.name(), null);
    }
}
