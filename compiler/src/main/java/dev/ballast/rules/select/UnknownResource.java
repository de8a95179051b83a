package dev.ballast.rules.select;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** A resource that nobody has, one letter away from one that every cluster has. */
final class UnknownResource implements Rule.OfFleet {
    @Override
    public String id() {
        return "select.unknown-resource";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(Context context) {
        var found = new ArrayList<Diagnostic>();
        context.set().policies().forEach(policy -> {
            Place.Field select = policy.meta().place("/spec/select");
            var own = new ArrayList<Diagnostic>();
            check(policy.select().resources(), select.child("resources"), own);
            check(policy.select().excludeResources(), select.child("excludeResources"), own);
            own.forEach(finding -> found.add(finding.about(policy.name(), null)));
        });
        context.set()
                .environments()
                .forEach(environment -> check(
                        environment.exclude().resources(), environment.meta().place("/spec/exclude/resources"), found));
        return found;
    }

    private void check(List<String> resources, Place.Field place, List<Diagnostic> found) {
        for (int i = 0; i < resources.size(); i++) {
            String written = resources.get(i);
            Place.Field at = place.child(i);
            BuiltInResources.meant(written)
                    .ifPresent(meant -> found.add(at(
                                    at,
                                    "`%s` is no resource of Kubernetes; Velero passes over names that mean nothing"
                                            .formatted(written))
                            .help("did you mean `%s`?".formatted(meant))));
        }
    }
}
