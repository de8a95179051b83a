package dev.ballast.rules.select;

import dev.ballast.plan.EnvironmentPlan;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The namespaces that the policies of an environment take by name or pattern. */
record Covered(Set<String> written, List<Predicate<String>> patterns) {
    static Covered of(EnvironmentPlan environment) {
        var written = new HashSet<String>();
        environment
                .policies()
                .forEach(policy -> written.addAll(policy.selection().namespaces()));
        written.remove("*");
        return new Covered(
                written, written.stream().filter(Glob::isPattern).map(Glob::of).toList());
    }

    boolean contains(String namespace) {
        return written.contains(namespace) || patterns.stream().anyMatch(pattern -> pattern.test(namespace));
    }
}
