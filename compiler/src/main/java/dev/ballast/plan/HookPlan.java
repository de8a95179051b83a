package dev.ballast.plan;

import dev.ballast.hooks.HookStep;
import dev.ballast.policy.Hook;
import java.util.List;

/**
 * A hook with its template expanded.
 *
 * @param hook as written
 * @param freezes whether its pre steps stop writes until a post step lets them go on
 */
public record HookPlan(Hook hook, List<HookStep> pre, List<HookStep> post, boolean freezes) {
    /** Pointer of the hook in the effective terms. */
    public String pointer() {
        return "/hooks/" + hook.index();
    }
}
