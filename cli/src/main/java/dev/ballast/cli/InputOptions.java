package dev.ballast.cli;

import dev.ballast.compile.Checked;
import dev.ballast.compile.Checker;
import dev.ballast.policy.Environment;
import dev.ballast.policy.PolicySet;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that reads policies is told. */
final class InputOptions {
    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            description = "The environment to look at, or 'all'.")
    private @Nullable String environment;

    @Option(
            names = "--namespaces",
            paramLabel = "FILE",
            description =
                    "Namespaces of the cluster with their labels, as 'kubectl get namespaces -o yaml' prints them; "
                            + "needed where a policy selects namespaces by label.")
    private @Nullable Path namespaces;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "The instant to take for now, RFC 3339, for example 2026-11-21T09:00:00Z.")
    private @Nullable Instant at;

    @Nullable
    String environment() {
        return environment;
    }

    /** The one environment that was asked for; absent when none was, or all. */
    @Nullable
    String asked() {
        return Environments.ALL.equals(environment) ? null : environment;
    }

    Instant at(Clock clock) {
        return at(clock.instant());
    }

    /** The instant that was asked for, or another. */
    Instant at(Instant otherwise) {
        return at == null ? otherwise : at;
    }

    /** Reads everything and checks it for the environments that the command is about. */
    Run run(List<Path> paths, Console console, BiFunction<PolicySet, @Nullable String, Predicate<Environment>> choice) {
        return run(Inputs.read(paths, console.in()), choice, at(console.clock()));
    }

    /** Checks what was read, at an instant. */
    Run run(Inputs inputs, BiFunction<PolicySet, @Nullable String, Predicate<Environment>> choice, Instant now) {
        return run(inputs, choice, Map::of, now);
    }

    /** The same where namespaces and their labels are known without a file. */
    Run run(
            Inputs inputs,
            BiFunction<PolicySet, @Nullable String, Predicate<Environment>> choice,
            Supplier<Map<String, Map<String, String>>> otherwise,
            Instant now) {
        Checker checker = Checker.of(inputs.ours());
        Map<String, Map<String, String>> labels = namespaces == null ? otherwise.get() : NamespaceFile.read(namespaces);
        Checked checked = checker.check(choice.apply(checker.set(), environment), labels, now);
        return new Run(inputs, checked, environment, now);
    }
}
