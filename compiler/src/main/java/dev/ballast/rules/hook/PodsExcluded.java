package dev.ballast.rules.hook;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.HookPlan;
import dev.ballast.plan.Omission;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import dev.ballast.velero.CoreResource;
import java.util.List;
import java.util.Optional;

/** A hook in pods that the policy's own selection leaves out. */
final class PodsExcluded implements Rule.OfPolicy {
    @Override
    public String id() {
        return "hook.pods-excluded";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        Optional<Omission> omission =
                policy.hooks().isEmpty() ? Optional.empty() : Omission.of(CoreResource.PODS, policy, environment);
        if (omission.isPresent()) {
            return List.of(byResources(policy, omission.get()));
        }
        return policy.hooks().stream()
                .flatMap(hook ->
                        MissedPods.of(hook.hook(), policy).map(missed -> bySelection(hook, missed, policy)).stream())
                .toList();
    }

    private Diagnostic byResources(BackupPlan policy, Omission omission) {
        HookPlan hook = policy.hooks().get(0);
        return at(
                        omission.place(),
                        "%s, so the hook `%s` never runs, and the backup completes without a word"
                                .formatted(omission.reason(), hook.hook().name()))
                .related(policy.place(hook.pointer()), "the hook")
                .help("let pods be selected, or switch the hook off here with `enabled: false`");
    }

    private Diagnostic bySelection(HookPlan hook, MissedPods missed, BackupPlan policy) {
        return at(
                        policy.place(hook.pointer() + "/" + missed.member()),
                        "the hook `%s` never runs, and the backup completes without a word: it %s"
                                .formatted(hook.hook().name(), missed.words()))
                .related(policy.policy().meta().place("/spec/select" + missed.selected()), "what is selected")
                .help("let the policy select the pods of the hook too, or change what the hook is for");
    }
}
