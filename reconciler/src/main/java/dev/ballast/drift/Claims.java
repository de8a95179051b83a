package dev.ballast.drift;

import dev.ballast.bucket.BucketLedger;
import dev.ballast.bucket.BucketLedger.Section;
import dev.ballast.cost.Site;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.Selection;
import dev.ballast.plan.StorePlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Volumes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose repositories may be that lie in stores, where no upload in this cluster says so: those of a policy that takes all namespaces, and those
 * of other clusters that use the same bucket. Velero tells a cluster of the backups of another one, but not of what they uploaded.
 */
final class Claims {
    private static final String ALL = "*";

    private final CostBasis basis;
    private final Sites sites;
    /** Policies by namespace, by store. */
    private final Map<String, Map<String, Set<String>>> takers = new HashMap<>();
    /** Namespaces that others have or may have, too, by store. */
    private final Map<String, Set<String>> shared = new HashMap<>();
    /** Stores in which another cluster keeps all of its namespaces. */
    private final Set<String> crowded = new HashSet<>();

    Claims(CostBasis basis, Sites sites) {
        this.basis = basis;
        this.sites = sites;
    }

    /** What a backup of another cluster says that it holds. */
    void ofAnotherCluster(ObservedBackup backup, Set<String> uploaded) {
        String store = store(backup.store());
        if (store == null) {
            return;
        }
        Set<String> names = shared.computeIfAbsent(store, s -> new HashSet<>());
        names.addAll(uploaded);
        names.addAll(backup.namespaces());
        if (backup.namespaces().isEmpty() || backup.namespaces().contains(ALL)) {
            crowded.add(store);
        }
    }

    /**
     * A policy takes namespaces that it does not name.
     *
     * @param host in which its volumes are counted
     * @param backups of the policy; where all of them say what they uploaded that is believed
     */
    void of(BackupPlan plan, String host, List<ObservedBackup> backups, Uploads uploads) {
        Selection selection = plan.selection();
        boolean all = selection.namespaces().contains(ALL);
        boolean told = !backups.isEmpty()
                && backups.stream()
                        .noneMatch(backup -> uploads.of(backup.name()).isEmpty());
        if (told || (!all && selection.complete())) {
            return;
        }
        for (String store : stores(plan)) {
            repositories(store)
                    .filter(namespace -> !selection.excludedNamespaces().contains(namespace))
                    .forEach(namespace -> {
                        takers.computeIfAbsent(store, s -> new TreeMap<>())
                                .computeIfAbsent(namespace, n -> new TreeSet<>())
                                .add(host);
                        if (!all) {
                            shared.computeIfAbsent(store, s -> new HashSet<>()).add(namespace);
                        }
                    });
        }
    }

    private static Set<String> stores(BackupPlan plan) {
        return plan.tiers().stream()
                .filter(tier -> uploads(tier.volumes()))
                .map(TierPlan::store)
                .flatMap(Stream::ofNullable)
                .map(StorePlan::name)
                .collect(Collectors.toSet());
    }

    private static boolean uploads(Volumes volumes) {
        return volumes.method() == Volumes.Method.FILE_SYSTEM
                || volumes.method() == Volumes.Method.SNAPSHOT_MOVE
                || !volumes.rules().isEmpty();
    }

    private Stream<String> repositories(String store) {
        BucketLedger ledger = basis.ledgers().get(store);
        return ledger == null
                ? Stream.empty()
                : Stream.concat(ledger.names(Section.KOPIA), ledger.names(Section.RESTIC))
                        .distinct();
    }

    private @Nullable String store(@Nullable String location) {
        return sites.of(location).map(Site::store).orElse(location);
    }

    /** Whether somebody may have the repository of a namespace in a store. */
    boolean has(String store, String namespace) {
        return crowded.contains(store)
                || isShared(store, namespace)
                || !takers(store, namespace).isEmpty();
    }

    /** Whether somebody who cannot be told from others may have a part of a repository. */
    boolean isShared(String store, String namespace) {
        return shared.getOrDefault(store, Set.of()).contains(namespace);
    }

    /** Policies that take a namespace, without naming it, into a store. */
    Set<String> takers(String store, String namespace) {
        return takers.getOrDefault(store, Map.of()).getOrDefault(namespace, Set.of());
    }

    /** Namespaces of which a policy has, without naming them, repositories in a store. */
    Stream<String> taken(String store, String policy) {
        return takers.getOrDefault(store, Map.of()).entrySet().stream()
                .filter(entry -> entry.getValue().contains(policy))
                .map(Map.Entry::getKey);
    }
}
