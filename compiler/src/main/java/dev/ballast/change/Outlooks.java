package dev.ballast.change;

import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import java.util.Optional;

/** Works out what can be restored under a policy. */
public interface Outlooks {
    /** No numbers, objects only. */
    Outlooks NONE = (plan, environment) -> Optional.empty();

    /** The outlook of a policy in an environment; in any thread. */
    Optional<Outlook> of(BackupPlan plan, EnvironmentPlan environment);
}
