package dev.ballast.rules.size;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Policies of which each says that the next one counts its volumes, back to the first. */
final class SharedInACircle implements Rule.OfEnvironment {
    @Override
    public String id() {
        return "size.shared-in-a-circle";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(EnvironmentPlan environment, Context context) {
        Map<String, BackupPlan> policies =
                environment.policies().stream().collect(Collectors.toMap(BackupPlan::name, Function.identity()));
        return environment.policies().stream()
                .filter(policy -> circle(policy, policies).size() > 0)
                .map(policy -> at(
                                policy.place("/size/sharedWith"),
                                "no policy counts these volumes: %s".formatted(told(circle(policy, policies))))
                        .help("let one of them say `size.data` and no `sharedWith`")
                        .about(policy.name(), null))
                .toList();
    }

    /** The names from a policy back to itself; none when it is in no circle. */
    private static List<String> circle(BackupPlan policy, Map<String, BackupPlan> policies) {
        var names = new ArrayList<>(List.of(policy.name()));
        String next = policy.terms().size().sharedWith();
        while (next != null && !names.contains(next)) {
            names.add(next);
            BackupPlan host = policies.get(next);
            next = host == null ? null : host.terms().size().sharedWith();
        }
        return policy.name().equals(next) ? names : List.of();
    }

    private static String told(List<String> names) {
        String hosts =
                names.stream().skip(1).map("`%s` says `sharedWith`"::formatted).collect(Collectors.joining(", "));
        return hosts.isEmpty() ? "it says `sharedWith` itself" : hosts + ", back to this one";
    }
}
