package dev.ballast.rules.size;

import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.BackupPolicy;
import dev.ballast.policy.Volumes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Pairs of policies whose volumes lie in one place. Only what is certain: names of namespaces and {@code *}, no patterns, no selectors. */
final class Overlaps {
    private static final String ALL = "*";

    private final Map<String, List<BackupPlan>> byNamespace = new HashMap<>();
    private final List<BackupPlan> ofAll = new ArrayList<>();

    private Overlaps() {}

    /**
     * A pair.
     *
     * @param policy the one that takes less, else the later one
     * @param other the one that takes more, else the earlier one
     * @param namespace the first that both take, by name; {@code *} when both take all
     */
    record Overlap(BackupPlan policy, BackupPlan other, String namespace) {}

    /** At most one for each policy of an environment, in their order. */
    static List<Overlap> of(EnvironmentPlan environment) {
        var overlaps = new Overlaps();
        var found = new ArrayList<Overlap>();
        for (BackupPlan policy : environment.policies()) {
            if (counts(policy)) {
                overlaps.first(policy).ifPresent(found::add);
                overlaps.add(policy);
            }
        }
        return found;
    }

    /** Whether it counts volumes, and takes all of its namespaces. */
    private static boolean counts(BackupPlan policy) {
        BackupPolicy.Select select = policy.selection().written();
        boolean sized = policy.terms().size().data() != null
                || !policy.terms().size().byMethod().isEmpty();
        return sized
                && policy.terms().size().sharedWith() == null
                && select.selector() == null
                && select.anySelectors().isEmpty()
                && select.resources().isEmpty()
                && policy.selection().complete();
    }

    private void add(BackupPlan policy) {
        for (String namespace : policy.selection().namespaces()) {
            if (namespace.equals(ALL)) {
                ofAll.add(policy);
            } else {
                byNamespace.computeIfAbsent(namespace, n -> new ArrayList<>()).add(policy);
            }
        }
    }

    private Optional<Overlap> first(BackupPlan policy) {
        for (String namespace : policy.selection().namespaces()) {
            List<BackupPlan> others = new ArrayList<>(ofAll);
            others.addAll(byNamespace.getOrDefault(namespace, List.of()));
            for (BackupPlan other : others) {
                if (takes(policy, namespace) && takes(other, namespace) && together(policy, other)) {
                    return Optional.of(overlap(policy, other, namespace));
                }
            }
        }
        return policy.selection().namespaces().contains(ALL) ? smaller(policy) : Optional.empty();
    }

    /** An earlier policy of one namespace that this one, which takes all, takes too. */
    private Optional<Overlap> smaller(BackupPlan policy) {
        for (String namespace : new TreeSet<>(byNamespace.keySet())) {
            for (BackupPlan other : byNamespace.getOrDefault(namespace, List.of())) {
                if (takes(policy, namespace) && takes(other, namespace) && together(policy, other)) {
                    return Optional.of(overlap(policy, other, namespace));
                }
            }
        }
        return Optional.empty();
    }

    private static Overlap overlap(BackupPlan policy, BackupPlan other, String namespace) {
        boolean wider = policy.selection().namespaces().contains(ALL)
                && !other.selection().namespaces().contains(ALL);
        return wider ? new Overlap(other, policy, namespace) : new Overlap(policy, other, namespace);
    }

    private static boolean takes(BackupPlan policy, String namespace) {
        return policy.selection().excludedNamespaces().stream().noneMatch(out -> out.equals(namespace))
                && !namespace.chars().mapToObj(c -> (char) c).anyMatch(Set.of('?', '[', '{')::contains);
    }

    /** Whether some tier of each puts volumes in the same place. */
    private static boolean together(BackupPlan one, BackupPlan other) {
        return one.tiers().stream().anyMatch(tier -> other.tiers().stream().anyMatch(o -> together(tier, o)));
    }

    private static boolean together(TierPlan one, TierPlan other) {
        Volumes.Method method = one.volumes().method();
        if (method == null
                || method == Volumes.Method.NONE
                || method != other.volumes().method()) {
            return false;
        }
        StorePlan store = one.store();
        StorePlan otherStore = other.store();
        return method == Volumes.Method.SNAPSHOT
                || (store != null && otherStore != null && store.name().equals(otherStore.name()));
    }
}
