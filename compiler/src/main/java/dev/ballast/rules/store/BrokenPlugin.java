package dev.ballast.rules.store;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A release of the AWS plugin that does not work with S3-compatible stores. */
final class BrokenPlugin implements Rule.OfEnvironment {
    private static final Set<String> BROKEN = Set.of("1.14.1", "1.14.2");
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?(?!\\d)");

    @Override
    public String id() {
        return "store.broken-plugin";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(EnvironmentPlan environment, Context context) {
        String version = environment.environment().velero().plugins().get("aws");
        Optional<StorePlan> store = environment.stores().values().stream()
                .filter(Endpoints::compatible)
                .findFirst();
        if (version == null || store.isEmpty()) {
            return List.of();
        }
        return problem(version)
                .map(problem -> at(
                                environment.environment().meta().place("/spec/velero/plugins/aws"),
                                "the AWS plugin %s %s".formatted(version, problem))
                        .related(store.get().store().meta().namePlace(), "an S3-compatible store"))
                .stream()
                .toList();
    }

    private static Optional<String> problem(String version) {
        Matcher parts = VERSION.matcher(version);
        if (BROKEN.contains(version.replaceFirst("[-+].*", ""))) {
            return Optional.of("breaks uploads to S3-compatible stores");
        }
        return parts.lookingAt() && isBefore(parts)
                ? Optional.of("does not know `checksumAlgorithm`, which S3-compatible stores need")
                : Optional.empty();
    }

    /** Whether it is older than 1.9.2, the first that has the key. A missing patch number stands for the newest. */
    private static boolean isBefore(Matcher version) {
        int minor = Integer.parseInt(version.group(2));
        String patch = version.group(3);
        return version.group(1).equals("0")
                || (version.group(1).equals("1")
                        && (minor < 9 || (minor == 9 && patch != null && Integer.parseInt(patch) < 2)));
    }
}
