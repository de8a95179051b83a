package dev.ballast.rules.select;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.policy.BackupPolicy;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** A label selector without labels. */
final class EmptySelector implements Rule.OfFleet {
    @Override
    public String id() {
        return "select.empty-selector";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(Context context) {
        var found = new ArrayList<Diagnostic>();
        for (BackupPolicy policy : context.set().policies()) {
            Selectors.of(policy.select()).forEach((pointer, selector) -> {
                if (Selectors.isEmpty(selector)) {
                    found.add(at(
                                    policy.meta().place(pointer),
                                    "the selector names no label: Velero fails to list objects by it, and the backup is nearly empty")
                            .help("remove it to take everything, or name labels")
                            .about(policy.name(), null));
                }
            });
            var namespaces = policy.select().namespaceSelector();
            if (namespaces != null && Selectors.isEmpty(namespaces)) {
                found.add(at(
                                policy.meta().place("/spec/select/namespaceSelector"),
                                "the selector names no label, so it stands for every namespace there is today")
                        .help("write `namespaces: [\"*\"]` for all, or name labels")
                        .about(policy.name(), null));
            }
        }
        return found;
    }
}
