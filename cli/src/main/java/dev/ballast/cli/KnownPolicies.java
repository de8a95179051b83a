package dev.ballast.cli;

import dev.ballast.diagnostic.DidYouMean;
import dev.ballast.policy.PolicySet;
import java.util.Set;

/** Policies that a command was asked for by name. */
final class KnownPolicies {
    private KnownPolicies() {}

    /**
     * Sees to it that a policy was read.
     *
     * @throws CannotRun when there is none of that name; the message names the closest
     */
    static void require(PolicySet set, String policy) {
        Set<String> names = set.names("BackupPolicy");
        if (!names.contains(policy)) {
            throw new CannotRun("there is no BackupPolicy `%s`%s"
                    .formatted(
                            policy,
                            DidYouMean.closest(policy, names)
                                    .map("; did you mean `%s`?"::formatted)
                                    .orElse("")));
        }
    }
}
