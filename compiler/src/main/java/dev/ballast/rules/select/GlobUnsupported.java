package dev.ballast.rules.select;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.BackupPolicy;
import dev.ballast.policy.Meta;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import dev.ballast.velero.VeleroFeature;
import dev.ballast.velero.VeleroRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A namespace pattern that the environment's Velero does not know, or that none does. */
final class GlobUnsupported implements Rule.OfEnvironment {
    @Override
    public String id() {
        return "select.glob-unsupported";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(EnvironmentPlan environment, Context context) {
        var found = new ArrayList<Diagnostic>();
        VeleroRange velero = environment.velero();
        Meta meta = environment.environment().meta();
        check(environment.environment().exclude().namespaces(), meta, "/spec/exclude/namespaces/", velero)
                .forEach(found::add);
        environment.policies().forEach(policy -> {
            Meta of = policy.policy().meta();
            BackupPolicy.Select select = policy.policy().select();
            Stream.concat(
                            check(select.namespaces(), of, "/spec/select/namespaces/", velero),
                            check(select.excludeNamespaces(), of, "/spec/select/excludeNamespaces/", velero))
                    .forEach(finding -> found.add(finding.about(policy.name(), null)));
        });
        return found;
    }

    private Stream<Diagnostic> check(List<String> namespaces, Meta meta, String pointer, VeleroRange velero) {
        return IntStream.range(0, namespaces.size()).boxed().flatMap(i -> {
            String text = namespaces.get(i);
            return problem(text, velero).map(problem -> at(meta.place(pointer + i), problem)).stream();
        });
    }

    private static Optional<String> problem(String text, VeleroRange velero) {
        if (text.equals("*") || !Glob.isPattern(text)) {
            return Optional.empty();
        }
        Optional<String> refused = Glob.refusal(text);
        if (refused.isPresent()) {
            return refused.map(why -> "Velero refuses the pattern `%s` for %s".formatted(text, why));
        }
        return velero.has(VeleroFeature.NAMESPACE_GLOBS)
                ? Optional.empty()
                : Optional.of("`%s` is a pattern; Velero %s takes namespaces by name, and by pattern from %s"
                        .formatted(text, velero, VeleroFeature.NAMESPACE_GLOBS.since()));
    }
}
