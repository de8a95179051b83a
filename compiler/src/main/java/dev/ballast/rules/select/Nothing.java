package dev.ballast.rules.select;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.BackupPolicy;
import dev.ballast.policy.Meta;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** A policy that selects nothing. An empty list of namespaces means all of them to Velero. */
final class Nothing implements Rule.OfPolicy {
    @Override
    public String id() {
        return "select.nothing";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    /** What would be emitted selects everything. */
    @Override
    public boolean excusable() {
        return false;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        BackupPolicy.Select select = policy.policy().select();
        Meta meta = policy.policy().meta();
        if (select.namespaces().isEmpty() && select.namespaceSelector() == null) {
            return List.of(at(meta.place("/spec/select").key(), "no namespace is selected")
                    .help("name them, or write `namespaces: [\"*\"]` for all"));
        }
        var found = new ArrayList<Diagnostic>();
        if (policy.selection().namespaces().isEmpty() && policy.selection().complete()) {
            found.add(at(
                            meta.place("/spec/select/namespaceSelector"),
                            "no namespace of the cluster has these labels, and Velero reads an empty list as all of them")
                    .help("label a namespace first"));
        }
        if (LeftOut.allNamespaces(select)) {
            found.add(at(
                    meta.place("/spec/select/excludeNamespaces"), "every namespace that is selected is also left out"));
        } else if (select.allNamespaces()
                && environment.environment().exclude().namespaces().contains("*")) {
            found.add(at(
                    environment.environment().meta().place("/spec/exclude/namespaces"),
                    "every namespace is left out of the policies that select by `*`"));
        }
        if (LeftOut.allResources(select)) {
            found.add(at(
                    meta.place("/spec/select/excludeResources"), "every resource that is selected is also left out"));
        }
        return found;
    }
}
