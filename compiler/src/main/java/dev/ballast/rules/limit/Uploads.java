package dev.ballast.rules.limit;

import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Volumes;
import dev.ballast.policy.Volumes.Method;

/** Whether bytes of volumes reach the store. */
final class Uploads {
    private Uploads() {}

    /** Those of most volumes; where only exceptions to none are backed up, those. */
    static boolean by(TierPlan tier) {
        Volumes volumes = tier.volumes();
        Method method = volumes.method();
        return method == Method.SNAPSHOT_MOVE
                || method == Method.FILE_SYSTEM
                || (method == Method.NONE
                        && volumes.rules().stream().anyMatch(rule -> rule.use().equals(Method.FILE_SYSTEM.word())));
    }
}
