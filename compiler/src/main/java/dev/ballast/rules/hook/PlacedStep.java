package dev.ballast.rules.hook;

import dev.ballast.diagnostic.Place;
import dev.ballast.hooks.HookStep;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.HookPlan;
import dev.ballast.policy.HookTemplate;
import dev.ballast.policy.PolicySet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A step of a hook and where it is written: in the policy or a layer of it, in its HookTemplate, or, of a built-in one, where it is used.
 *
 * @param written whether the place is that of the step itself
 */
record PlacedStep(HookStep step, Place.Field place, boolean written) {
    static List<PlacedStep> pre(HookPlan hook, BackupPlan policy, PolicySet set) {
        return all(hook.pre(), "/pre/", hook, policy, set);
    }

    static List<PlacedStep> post(HookPlan hook, BackupPlan policy, PolicySet set) {
        return all(hook.post(), "/post/", hook, policy, set);
    }

    /** Both phases, pre before post. */
    static List<PlacedStep> all(HookPlan hook, BackupPlan policy, PolicySet set) {
        var all = new ArrayList<>(pre(hook, policy, set));
        all.addAll(post(hook, policy, set));
        return all;
    }

    private static List<PlacedStep> all(
            List<HookStep> steps, String phase, HookPlan hook, BackupPlan policy, PolicySet set) {
        var placed = new ArrayList<PlacedStep>();
        String template = hook.hook().template();
        Optional<HookTemplate> inGit = set.templates().stream()
                .filter(known -> known.name().equals(template))
                .findFirst();
        for (int i = 0; i < steps.size(); i++) {
            String pointer = phase + i;
            Place.Field place = inGit.map(t -> t.meta().place("/spec" + pointer))
                    .orElseGet(() -> policy.place(hook.pointer() + (template == null ? pointer : "/use")));
            placed.add(new PlacedStep(steps.get(i), place, template == null || inGit.isPresent()));
        }
        return placed;
    }

    /** What runs, in one line. */
    String text() {
        return String.join(" ", step.command());
    }
}
