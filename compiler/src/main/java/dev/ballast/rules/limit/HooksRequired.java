package dev.ballast.rules.limit;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.BackupPlan.SourcedLimits;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Hook;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** A hook that every policy must use, and this one does not. */
final class HooksRequired implements Rule.OfPolicy {
    @Override
    public String id() {
        return "limit.hooks";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        var found = new ArrayList<Diagnostic>();
        var judged = new HashSet<String>();
        for (SourcedLimits limits : policy.limits()) {
            List<String> required = limits.limits().hooks();
            for (int i = 0; i < required.size(); i++) {
                if (judged.add(required.get(i)) && !uses(policy, required.get(i))) {
                    found.add(Caps.with(finding(policy, required.get(i)), limits, "hooks/" + i));
                }
            }
        }
        return found;
    }

    private static boolean uses(BackupPlan policy, String template) {
        return policy.terms().hooks().stream().anyMatch(hook -> hook.enabled() && template.equals(hook.template()));
    }

    private Diagnostic finding(BackupPlan policy, String template) {
        for (Hook hook : policy.terms().hooks()) {
            if (template.equals(hook.template())) {
                return at(
                                policy.place("/hooks/" + hook.index() + "/enabled"),
                                "the hook template `%s` is switched off, and every policy must use it"
                                        .formatted(template))
                        .help("switch it on");
            }
        }
        return at(holder(policy).key(), "no hook uses the template `%s`, and every policy must".formatted(template))
                .help("add `use: %s` under `hooks`".formatted(template));
    }

    /** The policy's own list of hooks, else the one that a lower layer brought in, else where a list would stand. */
    private static Place.Field holder(BackupPlan policy) {
        boolean own = policy.policy().terms().fields().has("hooks");
        return !own && policy.effective().has("/hooks")
                ? policy.place("/hooks")
                : policy.policy().meta().place(own ? "/spec/hooks" : "/spec");
    }
}
