package dev.ballast.rules.hook;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Volumes.Method;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;
import java.util.Optional;

/** A freeze that lasts as long as an upload. */
final class FreezeWithFileSystem implements Rule.OfPolicy {
    @Override
    public String id() {
        return "hook.freeze-with-file-system";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        Optional<TierPlan> tier = policy.tiers().stream()
                .filter(plan -> plan.volumes().method() == Method.FILE_SYSTEM)
                .findFirst();
        if (tier.isEmpty()) {
            return List.of();
        }
        return policy.hooks().stream()
                .filter(Freeze::by)
                .map(hook -> at(
                                policy.place(hook.pointer()),
                                "the hook `%s` freezes, and `file-system` uploads before the post steps run: the application stands still for the whole upload, up to four hours"
                                        .formatted(hook.hook().name()))
                        .related(policy.volumesPlace(tier.get().tier(), "method"), "the method")
                        .help("use `snapshot-move`, which thaws once the snapshot is made, or a hook that dumps"))
                .toList();
    }
}
