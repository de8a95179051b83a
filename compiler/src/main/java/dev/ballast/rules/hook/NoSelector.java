package dev.ballast.rules.hook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.HookPlan;
import dev.ballast.policy.BackupPolicy;
import dev.ballast.policy.Hook;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hook that nothing narrows, in a policy of several namespaces. */
final class NoSelector implements Rule.OfPolicy {
    @Override
    public String id() {
        return "hook.no-selector";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        BackupPolicy.Select select = policy.selection().written();
        boolean narrow = !Namespaces.several(policy.selection().namespaces())
                || !isEmpty(select.selector())
                || !select.anySelectors().isEmpty();
        return narrow
                ? List.of()
                : policy.hooks().stream()
                        .filter(hook -> runsEverywhere(hook.hook()))
                        .map(hook -> finding(hook, policy))
                        .toList();
    }

    private static boolean runsEverywhere(Hook hook) {
        return hook.workload() == null && hook.namespaces().isEmpty() && isEmpty(hook.selector());
    }

    private static boolean isEmpty(@Nullable JsonNode selector) {
        return selector == null
                || (selector.path("matchLabels").isEmpty()
                        && selector.path("matchExpressions").isEmpty());
    }

    private Diagnostic finding(HookPlan hook, BackupPlan policy) {
        return at(
                        policy.place(hook.pointer()),
                        "the hook `%s` has neither `selector` nor `namespaces`: it runs in every pod of every namespace that the policy selects"
                                .formatted(hook.hook().name()))
                .help("say which pods are meant, for example `selector: {matchLabels: {app: postgres}}`");
    }
}
