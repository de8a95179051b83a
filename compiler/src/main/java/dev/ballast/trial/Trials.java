package dev.ballast.trial;

import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.Fleet;
import dev.ballast.policy.PolicyTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All tests of some policies. */
public final class Trials {
    private Trials() {}

    /**
     * Plays every test in the environment that it names, by name or by group; one that names none in each in which its policy exists.
     *
     * @param everywhere whether the fleet has all environments, so that a policy that exists in none of them is missing
     * @return by the name of the test, then in the order of the environments
     */
    public static List<Trial> of(Fleet fleet, boolean everywhere, Bills bills) {
        return fleet.set().tests().parallelStream()
                .flatMap(test -> of(test, fleet.environments(), everywhere, bills).stream())
                .sorted(Comparator.comparing(trial -> trial.test().name()))
                .toList();
    }

    private static List<Trial> of(
            PolicyTest test, List<EnvironmentPlan> environments, boolean everywhere, Bills bills) {
        List<EnvironmentPlan> named =
                environments.stream().filter(plan -> isNamed(plan, test)).toList();
        var trials = new ArrayList<Trial>();
        for (EnvironmentPlan environment : named) {
            plan(environment, test)
                    .ifPresent(plan -> trials.add(Trial.of(test, plan, name(environment), bills.in(environment))));
        }
        boolean missing = trials.isEmpty() && (test.environment() == null ? everywhere : !named.isEmpty());
        return missing ? List.of(Trial.missing(test, test.environment())) : trials;
    }

    private static boolean isNamed(EnvironmentPlan plan, PolicyTest test) {
        return test.environment() == null
                || Stream.of(
                                plan.name(),
                                plan.environment().group() == null
                                        ? ""
                                        : plan.environment().group())
                        .anyMatch(test.environment()::equals);
    }

    private static Optional<BackupPlan> plan(EnvironmentPlan environment, PolicyTest test) {
        return environment.policies().stream()
                .filter(plan -> plan.name().equals(test.policy()))
                .findFirst();
    }

    private static @Nullable String name(EnvironmentPlan environment) {
        return environment.declared() ? environment.name() : null;
    }
}
