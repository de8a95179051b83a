package dev.ballast.rules.select;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.policy.BackupPolicy;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A label selector over all kinds of objects, of which few carry the labels of their application. */
final class LabelSelectorDropsRelated implements Rule.OfFleet {
    @Override
    public String id() {
        return "select.label-selector-drops-related";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public List<Diagnostic> check(Context context) {
        return context.set().policies().stream()
                .flatMap(policy -> check(policy).stream())
                .toList();
    }

    private Optional<Diagnostic> check(BackupPolicy policy) {
        BackupPolicy.Select select = policy.select();
        boolean someKinds = !select.resources().isEmpty() && !select.resources().contains("*");
        return someKinds
                ? Optional.empty()
                : Selectors.of(select).entrySet().stream()
                        .filter(selector -> !Selectors.isEmpty(selector.getValue()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .map(pointer -> at(
                                        policy.meta().place(pointer),
                                        "the labels are asked of every kind of object: Secrets, ConfigMaps and claims without them are not in the backup")
                                .help("label them too, or say with `resources` which kinds are meant")
                                .about(policy.name(), null));
    }
}
