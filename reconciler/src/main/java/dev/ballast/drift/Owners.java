package dev.ballast.drift;

import dev.ballast.bucket.BucketLedger;
import dev.ballast.cost.Deposits;
import dev.ballast.cost.Site;
import dev.ballast.observed.Observed;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.observed.ObservedDeletion;
import dev.ballast.observed.ObservedSnapshot;
import dev.ballast.observed.PolicyView;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Volumes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whose the backups, namespaces and folders are. */
final class Owners {
    /** How Velero names the backups of a Schedule: {@code NAME-20060102150405}. */
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private static final int STAMP_LENGTH = 14;

    private final CostBasis basis;
    private final Map<String, PolicyView> views;
    private final Map<String, List<ObservedBackup>> byHand = new HashMap<>();
    private final List<ObservedBackup> nobodys = new ArrayList<>();
    /** The policies that count the volumes of a namespace; an empty name for none. */
    private final Map<String, Set<String>> namespaces = new TreeMap<>();

    private final Map<String, TierPlan> schedules = new HashMap<>();
    private final Map<String, String> policies = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    /** By policy the backups that are gone and left snapshots. */
    private final Map<String, Set<String>> left = new HashMap<>();

    private final Claims claims;

    private Owners(CostBasis basis, Sites sites) {
        this.basis = basis;
        this.claims = new Claims(basis, sites);
        this.views = PolicyView.of(basis.observed());
        for (BackupPlan plan : basis.environment().policies()) {
            for (TierPlan tier : plan.tiers()) {
                schedules.put(tier.name(), tier);
                policies.put(tier.name(), plan.name());
            }
        }
        basis.observed().backups().forEach(backup -> known.add(backup.name()));
        basis.observed().snapshots().stream()
                .filter(snapshot -> !isBackup(snapshot.backup())
                        && !snapshot.created().isAfter(basis.at().minus(Sorting.GRACE)))
                .map(ObservedSnapshot::backup)
                .forEach(backup -> policyOf(backup)
                        .ifPresent(policy -> left.computeIfAbsent(policy, name -> new TreeSet<>())
                                .add(backup)));
    }

    static Owners of(CostBasis basis, Uploads uploads, Deposits deposits, Sites sites) {
        var owners = new Owners(basis, sites);
        var owned = new HashSet<String>();
        for (BackupPlan plan : basis.environment().policies()) {
            String host = deposits.countedIn(plan).orElse(plan.name());
            List<ObservedBackup> backups = owners.backups(plan.name());
            owners.claims.of(plan, host, backups, uploads);
            for (ObservedBackup backup : backups) {
                owned.add(backup.name());
                uploads.namespaces(backup.name()).forEach(namespace -> owners.own(namespace, host));
            }
            plan.selection().namespaces().forEach(namespace -> owners.own(namespace, host));
        }
        basis.observed().backups().stream()
                .filter(backup -> !owned.contains(backup.name()) && backup.mayBeOf(owners.cluster()))
                .forEach(backup -> owners.give(backup, uploads));
        basis.observed().backups().stream()
                .filter(backup -> !backup.mayBeOf(owners.cluster()))
                .forEach(backup -> owners.claims.ofAnotherCluster(backup, uploads.namespaces(backup.name())));
        return owners;
    }

    private String cluster() {
        return basis.environment().environment().cluster();
    }

    private void own(String namespace, String policy) {
        namespaces.computeIfAbsent(namespace, name -> new TreeSet<>()).add(policy);
    }

    /** A backup of nobody belongs to the policy that holds the same volumes, where there is exactly one. */
    private void give(ObservedBackup backup, Uploads uploads) {
        Set<String> held = uploads.namespaces(backup.name());
        var hosts = new TreeSet<String>();
        held.forEach(namespace -> hosts.addAll(namespaces.getOrDefault(namespace, Set.of(""))));
        String only = hosts.size() == 1 ? hosts.first() : "";
        if (only.isEmpty()) {
            nobodys.add(backup);
            held.forEach(namespace -> own(namespace, ""));
        } else {
            byHand.computeIfAbsent(only, name -> new ArrayList<>()).add(backup);
        }
    }

    /** Those that carry the name of a policy and may be of this cluster, and those that a Schedule of it made. */
    List<ObservedBackup> backups(String policy) {
        return views.getOrDefault(policy, PolicyView.NOTHING).backups().stream()
                .filter(backup -> backup.mayBeOf(cluster()))
                .toList();
    }

    /** Backups of nobody that hold the volumes of a policy. */
    List<ObservedBackup> byHand(String policy) {
        return byHand.getOrDefault(policy, List.of());
    }

    /** Backups that no policy here accounts for. */
    List<ObservedBackup> nobodys() {
        return nobodys;
    }

    /** The newest deletion of each backup. */
    Map<String, ObservedDeletion> deletions() {
        var newest = new HashMap<String, ObservedDeletion>();
        basis.observed()
                .deletions()
                .forEach(one ->
                        newest.merge(one.backup(), one, (a, b) -> a.created().isAfter(b.created()) ? a : b));
        return newest;
    }

    /** Namespaces of which the volumes in a store count in a policy, whoever else has some of them. */
    List<String> namespaces(String policy, String store) {
        Stream<String> named = namespaces.entrySet().stream()
                .filter(entry -> entry.getValue().contains(policy))
                .map(Map.Entry::getKey)
                .filter(namespace -> !namespace.equals("*"));
        return Stream.concat(named, claims.taken(store, policy))
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether only one policy, and no other backup, has volumes of a namespace in a store. */
    boolean isAlone(String namespace, String store) {
        var all = new TreeSet<>(namespaces.getOrDefault(namespace, Set.of()));
        all.addAll(claims.takers(store, namespace));
        return all.size() == 1 && !claims.isShared(store, namespace);
    }

    /** Whether any policy counts the volumes of a namespace. */
    boolean isOwned(String namespace) {
        return namespaces.getOrDefault(namespace, Set.of()).stream().anyMatch(policy -> !policy.isEmpty());
    }

    /** Whether any backup that is there may hold volumes of a namespace in a store, or a policy protects it. */
    boolean isKnown(String namespace, String store) {
        return namespaces.containsKey(namespace) || claims.has(store, namespace);
    }

    /** Whether there is a Backup with this name. */
    boolean isBackup(String name) {
        return known.contains(name);
    }

    /** The policy whose Schedule made a backup, by its name. */
    Optional<String> policyOf(String backup) {
        return Optional.ofNullable(policies.get(schedule(backup)));
    }

    private static String schedule(String backup) {
        int end = backup.length() - STAMP_LENGTH - 1;
        return end > 0 ? backup.substring(0, end) : "";
    }

    private static @Nullable Instant begun(String backup) {
        try {
            return LocalDateTime.parse(backup.substring(backup.length() - STAMP_LENGTH), STAMP)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    /** Folders in buckets that are named like backups of a policy and have no Backup. */
    List<Sorting.Folder> folders(String policy, Sites sites) {
        var folders = new ArrayList<Sorting.Folder>();
        new TreeMap<>(basis.ledgers())
                .forEach((store, ledger) -> ledger.names(BucketLedger.Section.BACKUPS)
                        .filter(name -> !isBackup(name)
                                && policyOf(name).filter(policy::equals).isPresent())
                        .forEach(name ->
                                folder(name, sites.of(store).orElse(null)).ifPresent(folders::add)));
        return folders;
    }

    private Optional<Sorting.Folder> folder(String name, @Nullable Site place) {
        return place == null
                ? Optional.empty()
                : stray(name).map(gone -> new Sorting.Folder(name, gone.tier(), gone.begun(), place));
    }

    /**
     * Snapshots of backups of a policy that are gone, as those of one that failed on the way are: Velero knows of them by its archive, which was never
     * written. Just after its Backup such an object may be on its way out.
     *
     * @param folders of the policy: one that holds snapshots is counted with them
     */
    List<Sorting.Stray> strays(String policy, List<Sorting.Folder> folders) {
        Set<String> counted = folders.stream()
                .filter(folder -> folder.tier().volumes().method() == Volumes.Method.SNAPSHOT)
                .map(Sorting.Folder::name)
                .collect(Collectors.toSet());
        return left.getOrDefault(policy, Set.of()).stream()
                .filter(backup -> !counted.contains(backup))
                .flatMap(backup -> stray(backup).stream())
                .toList();
    }

    private Optional<Sorting.Stray> stray(String backup) {
        TierPlan tier = schedules.get(schedule(backup));
        Instant begun = begun(backup);
        return tier == null || begun == null ? Optional.empty() : Optional.of(new Sorting.Stray(backup, tier, begun));
    }

    /** Everything observed. */
    Observed observed() {
        return basis.observed();
    }
}
