package dev.ballast.rules.select;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.BackupPolicy;
import dev.ballast.policy.Meta;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** Something that is selected and left out in the same breath. */
final class IncludedAndExcluded implements Rule.OfPolicy {
    @Override
    public String id() {
        return "select.included-and-excluded";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        BackupPolicy.Select select = policy.policy().select();
        Place.Field place = policy.policy().meta().place("/spec/select");
        var found = new ArrayList<Diagnostic>();
        if (!LeftOut.allNamespaces(select)) {
            Place.Field out = place.child("excludeNamespaces");
            check(select.namespaces(), place.child("namespaces"), select.excludeNamespaces(), out, found);
        }
        if (!LeftOut.allResources(select)) {
            Place.Field out = place.child("excludeResources");
            check(select.resources(), place.child("resources"), select.excludeResources(), out, found);
        }
        if (select.allNamespaces()) {
            Meta meta = environment.environment().meta();
            List<String> everywhere = environment.environment().exclude().resources();
            check(
                    select.resources(),
                    place.child("resources"),
                    everywhere,
                    meta.place("/spec/exclude/resources"),
                    found);
        }
        return found;
    }

    private void check(
            List<String> included, Place.Field in, List<String> excluded, Place.Field out, List<Diagnostic> found) {
        for (int i = 0; i < excluded.size(); i++) {
            int selected = included.indexOf(excluded.get(i));
            if (selected >= 0) {
                found.add(at(out.child(i), "`%s` is selected and left out at once".formatted(excluded.get(i)))
                        .related(in.child(selected), "selected here")
                        .help("remove one of the two"));
            }
        }
    }
}
