package dev.ballast.rules;

import static java.util.stream.Collectors.partitioningBy;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.Fleet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs rules over a fleet. */
public final class Judge {
    private final List<Rule> rules;
    private final Context context;
    private final List<Diagnostic> findings = new ArrayList<>();

    private Judge(List<Rule> rules, Context context) {
        this.rules = rules;
        this.context = context;
    }

    /**
     * All findings of all rules, each once, those let pass by an exception counted instead.
     *
     * @param at the instant of the check
     */
    public static Verdict judge(Fleet fleet, Instant at) {
        return judge(Catalogue.RULES, fleet, at);
    }

    static Verdict judge(List<Rule> rules, Fleet fleet, Instant at) {
        var judge = new Judge(rules, new Context(fleet, at));
        judge.run();
        int environments = fleet.environments().size();
        var exceptions = new Exceptions(judge.context);
        // Before equal findings become one: an exception may be for one of several policies or environments.
        Map<Boolean, List<Diagnostic>> excused = judge.findings.stream().collect(partitioningBy(exceptions::excuse));
        var left = new ArrayList<>(once(excused.getOrDefault(false, List.of()), environments));
        left.addAll(exceptions.states());
        return new Verdict(
                left, once(excused.getOrDefault(true, List.of()), environments).size());
    }

    /**
     * What is left to say.
     *
     * @param suppressed how many findings exceptions let pass
     */
    public record Verdict(List<Diagnostic> diagnostics, int suppressed) {}

    private void run() {
        for (Rule rule : rules) {
            if (rule instanceof Rule.OfFleet ofFleet) {
                findings.addAll(ofFleet.check(context));
            }
        }
        context.fleet().environments().forEach(this::run);
    }

    private void run(EnvironmentPlan environment) {
        for (Rule rule : rules) {
            if (rule instanceof Rule.OfEnvironment ofEnvironment) {
                findings.addAll(about(ofEnvironment.check(environment, context), null, environment));
            } else if (rule instanceof Rule.OfStore ofStore) {
                environment
                        .stores()
                        .values()
                        .forEach(store ->
                                findings.addAll(about(ofStore.check(store, environment, context), null, environment)));
            }
        }
        // Policies are many and independent of each other.
        environment.policies().parallelStream()
                .map(policy -> about(check(policy, environment), policy.name(), environment))
                .forEachOrdered(findings::addAll);
    }

    private List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment) {
        var found = new ArrayList<Diagnostic>();
        for (Rule rule : rules) {
            if (rule instanceof Rule.OfPolicy ofPolicy) {
                found.addAll(ofPolicy.check(policy, environment, context));
            } else if (rule instanceof Rule.OfTier ofTier) {
                policy.tiers().forEach(tier -> found.addAll(ofTier.check(tier, policy, environment, context)));
            }
        }
        return found;
    }

    private static List<Diagnostic> about(
            List<Diagnostic> found, @Nullable String policy, EnvironmentPlan environment) {
        String name = environment.declared() ? environment.name() : null;
        return found.stream()
                .map(d -> d.about(d.policy() == null ? policy : d.policy(), name))
                .toList();
    }

    /** The same finding in several environments is one; it names an environment only when there are others without it. */
    private static List<Diagnostic> once(List<Diagnostic> findings, int environments) {
        var places = new LinkedHashMap<Diagnostic, List<Diagnostic>>();
        for (Diagnostic finding : findings) {
            places.computeIfAbsent(finding.about(null, null), same -> new ArrayList<>())
                    .add(finding);
        }
        var unique = new ArrayList<Diagnostic>();
        for (Map.Entry<Diagnostic, List<Diagnostic>> entry : places.entrySet()) {
            Diagnostic first = entry.getValue().get(0);
            long inEnvironments = entry.getValue().stream()
                    .map(Diagnostic::environment)
                    .distinct()
                    .count();
            long policies =
                    entry.getValue().stream().map(Diagnostic::policy).distinct().count();
            unique.add(first.about(
                    policies == 1 ? first.policy() : null,
                    environments > 1 && inEnvironments == 1 ? first.environment() : null));
        }
        return unique;
    }
}
