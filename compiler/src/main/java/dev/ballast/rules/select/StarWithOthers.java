package dev.ballast.rules.select;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.policy.BackupPolicy;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** All, and something else beside it: Velero refuses such a list. */
final class StarWithOthers implements Rule.OfFleet {
    @Override
    public String id() {
        return "select.star-with-others";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(Context context) {
        var found = new ArrayList<Diagnostic>();
        for (BackupPolicy policy : context.set().policies()) {
            BackupPolicy.Select select = policy.select();
            check(policy, "namespaces", select.namespaces(), found);
            check(policy, "resources", select.resources(), found);
            if (select.namespaces().equals(List.of("*")) && select.namespaceSelector() != null) {
                found.add(at(
                                policy.meta()
                                        .place("/spec/select/namespaceSelector")
                                        .key(),
                                "`namespaces` has `*` for all already, and Velero refuses names beside it")
                        .help("remove `namespaceSelector`, or `namespaces`")
                        .about(policy.name(), null));
            }
        }
        return found;
    }

    private void check(BackupPolicy policy, String list, List<String> names, List<Diagnostic> found) {
        int star = names.indexOf("*");
        if (star >= 0 && names.size() > 1) {
            found.add(at(
                            policy.meta().place("/spec/select/" + list + "/" + star),
                            "`*` stands for all %s, and Velero refuses names beside it".formatted(list))
                    .help("keep `*`, or the names")
                    .about(policy.name(), null));
        }
    }
}
