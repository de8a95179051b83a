package dev.ballast.plan;

import dev.ballast.diagnostic.Place;
import dev.ballast.policy.BackupPolicy;
import dev.ballast.policy.Environment;
import dev.ballast.velero.CoreResource;
import java.util.List;
import java.util.Optional;

/**
 * A kind of object that a policy's filters keep out of its backups.
 *
 * @param place of the filter that does
 * @param reason for a message, for example {@code `excludeResources` names `pods`}
 */
public record Omission(Place.Field place, String reason) {
    /** Why a policy's backups hold no object of a kind; nothing when they may. */
    public static Optional<Omission> of(CoreResource kind, BackupPlan policy, EnvironmentPlan environment) {
        BackupPolicy.Select select = policy.selection().written();
        var meta = policy.policy().meta();
        int excluded = kind.indexIn(select.excludeResources());
        if (excluded >= 0) {
            return Optional.of(new Omission(
                    meta.place("/spec/select/excludeResources/" + excluded),
                    "`excludeResources` names `%s`"
                            .formatted(select.excludeResources().get(excluded))));
        }
        if (!select.resources().isEmpty() && kind.indexIn(select.resources()) < 0) {
            return Optional.of(new Omission(
                    meta.place("/spec/select/resources"), "`resources` does not name `%s`".formatted(kind.plural())));
        }
        return select.allNamespaces() ? ofEnvironment(kind, environment.environment()) : Optional.empty();
    }

    private static Optional<Omission> ofEnvironment(CoreResource kind, Environment environment) {
        List<String> resources = environment.exclude().resources();
        int excluded = kind.indexIn(resources);
        return excluded < 0
                ? Optional.empty()
                : Optional.of(new Omission(
                        environment.meta().place("/spec/exclude/resources/" + excluded),
                        "the environment excludes `%s` from policies that select `*`"
                                .formatted(resources.get(excluded))));
    }
}
