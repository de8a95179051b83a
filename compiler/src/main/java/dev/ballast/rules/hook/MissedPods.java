package dev.ballast.rules.hook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.plan.BackupPlan;
import dev.ballast.policy.BackupPolicy;
import dev.ballast.policy.Hook;
import java.util.List;
import java.util.Optional;

/**
 * Why no pod of a hook can be in a policy's backups.
 *
 * @param member of the hook that cannot be met
 * @param selected field of the policy that it contradicts
 * @param words for a message, after the name of the hook
 */
record MissedPods(String member, String selected, String words) {
    static Optional<MissedPods> of(Hook hook, BackupPlan policy) {
        List<String> namespaces = hook.namespaces();
        if (!namespaces.isEmpty()
                && namespaces.stream().noneMatch(name -> Namespaces.maySelect(policy.selection(), name))) {
            return Optional.of(new MissedPods("namespaces", "", "is for namespaces that the policy does not select"));
        }
        JsonNode selector = hook.selector();
        return selector == null
                ? Optional.empty()
                : bySelector(selector, policy.selection().written());
    }

    private static Optional<MissedPods> bySelector(JsonNode ofHook, BackupPolicy.Select select) {
        boolean one = select.selector() != null;
        List<JsonNode> ofPolicy = select.selector() == null ? select.anySelectors() : List.of(select.selector());
        List<String> labels = ofPolicy.stream()
                .flatMap(wanted -> SelectorClash.label(wanted, ofHook).stream())
                .toList();
        if (labels.isEmpty() || labels.size() < ofPolicy.size()) {
            return Optional.empty();
        }
        String words = "is for pods that the policy's selector leaves out: the policy %s, the hook %s"
                .formatted(
                        SelectorClash.show(ofPolicy.get(0), labels.get(0)), SelectorClash.show(ofHook, labels.get(0)));
        return Optional.of(new MissedPods("selector", one ? "/selector" : "/anySelectors", words));
    }
}
