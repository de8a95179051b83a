package dev.ballast.rules.reference;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.policy.PolicyException;
import dev.ballast.policy.PolicySet;
import dev.ballast.policy.PolicyTest;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A policy that is named by others and does not exist; and any other target of an exception that does not. */
final class UnknownPolicy implements Rule.OfFleet {
    private static final String POLICY = "BackupPolicy";

    @Override
    public String id() {
        return "reference.unknown-policy";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(Context context) {
        PolicySet set = context.set();
        Set<String> policies = set.names(POLICY);
        var found = new ArrayList<Diagnostic>();
        Layers.terms(set).forEach(written -> {
            String name =
                    written.layer().fields().path("size").path("sharedWith").asText();
            Place.Field place = written.layer().base().child("size").child("sharedWith");
            check(POLICY, name, place, written.policy(), policies, found);
        });
        Layers.limits(set).forEach(written -> {
            List<String> allowed = written.limits().allNamespaces();
            for (int i = 0; allowed != null && i < allowed.size(); i++) {
                Place.Field place = written.meta().place("/spec/limits/allNamespaces/" + i);
                check(POLICY, allowed.get(i), place, null, policies, found);
            }
        });
        for (PolicyException exception : set.exceptions()) {
            Place.Field place = exception.meta().place("/spec/target/name");
            String kind = exception.targetKind();
            check(kind, exception.targetName(), place, null, set.names(kind), found);
        }
        for (PolicyTest test : set.tests()) {
            check(POLICY, test.policy(), test.meta().place("/spec/policy"), null, policies, found);
        }
        return found;
    }

    private void check(
            String kind,
            String name,
            Place.Field place,
            @Nullable String policy,
            Set<String> known,
            List<Diagnostic> found) {
        if (!name.isEmpty() && !known.contains(name)) {
            found.add(at(place, "there is no %s `%s`".formatted(kind, name))
                    .help(Names.help(name, known, "name a %s that exists, or remove this".formatted(kind)))
                    .about(policy, null));
        }
    }
}
