package dev.ballast.rules.reference;

import dev.ballast.policy.BackupClass;
import dev.ballast.policy.BackupPolicy;
import dev.ballast.policy.Environment;
import dev.ballast.policy.Layer;
import dev.ballast.policy.Limits;
import dev.ballast.policy.Meta;
import dev.ballast.policy.PolicySet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that names other objects, as written: also what no policy uses, or what a later layer hides. */
final class Layers {
    private Layers() {}

    /**
     * Terms of one document.
     *
     * @param policy name of the policy that they are part of; absent for those of classes and environments
     */
    record Written(Layer layer, @Nullable String policy) {}

    /** The limits of one document. */
    record WrittenLimits(Limits limits, Meta meta) {}

    /** All terms of policies, classes and environments. */
    static Stream<Written> terms(PolicySet set) {
        return Stream.of(
                        set.policies().stream().flatMap(Layers::of),
                        set.classes().stream().flatMap(Layers::of),
                        set.environments().stream().flatMap(Layers::of))
                .flatMap(layers -> layers);
    }

    /** All limits. */
    static Stream<WrittenLimits> limits(PolicySet set) {
        return Stream.concat(
                set.environments().stream().map(e -> new WrittenLimits(e.limits(), e.meta())),
                set.classes().stream().map(c -> new WrittenLimits(c.limits(), c.meta())));
    }

    private static Stream<Written> of(BackupPolicy policy) {
        return Stream.concat(Stream.of(policy.terms()), policy.overrides().values().stream())
                .map(layer -> new Written(layer, policy.name()));
    }

    private static Stream<Written> of(BackupClass backupClass) {
        return Stream.concat(Stream.of(backupClass.terms()), backupClass.overrides().values().stream())
                .map(layer -> new Written(layer, null));
    }

    private static Stream<Written> of(Environment environment) {
        return Stream.of(environment.defaults(), environment.overrides()).map(layer -> new Written(layer, null));
    }
}
