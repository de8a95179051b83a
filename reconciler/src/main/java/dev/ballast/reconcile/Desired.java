package dev.ballast.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ballast.cluster.CustomResources;
import dev.ballast.cluster.SharedParts;
import dev.ballast.compile.Checked;
import dev.ballast.compile.Checker;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.manifest.Emitter;
import dev.ballast.manifest.Manifest;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Environment;
import dev.ballast.price.Prices;
import dev.ballast.schema.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What everything in the cluster comes to: made of the objects of our kinds by the same way that files go.
 *
 * @param environment absent when it is not clear which one this cluster is
 * @param problem why it is not clear, for people
 * @param policies by name, those with errors too
 * @param shared objects of no policy: locations
 * @param prices of the books that are here, and the built-in ones
 * @param findings all of them
 */
record Desired(
        @Nullable EnvironmentPlan environment,
        @Nullable String problem,
        Map<String, Wanted> policies,
        List<Intent> shared,
        Prices prices,
        List<Diagnostic> findings) {
    /** Before anything was read. */
    static final Desired NOTHING =
            new Desired(null, null, Map.of(), List.of(), Prices.of(List.of(), List.of()), List.of());

    /** Kinds whose objects the loop applies; those of other operators come from the command line only. */
    private static final Set<String> APPLIED =
            Set.of("Schedule", "ConfigMap", "BackupStorageLocation", "VolumeSnapshotLocation");

    Desired {
        policies = Map.copyOf(policies);
        shared = List.copyOf(shared);
        findings = List.copyOf(findings);
    }

    /** Whether nothing was read yet. */
    boolean isNothing() {
        return environment == null && problem == null;
    }

    /** The wish of a policy; nothing when there is no such policy. */
    Optional<Wanted> policy(String name) {
        return Optional.ofNullable(policies.get(name));
    }

    /** Names of policies of which something that is applied or told differs between two. */
    static Set<String> changed(Desired before, Desired after) {
        var changed = new TreeSet<String>();
        after.policies.forEach((name, wanted) -> {
            Wanted was = before.policies.get(name);
            if (was == null || !was.isAlike(wanted)) {
                changed.add(name);
            }
        });
        return changed;
    }

    /**
     * Compiles what is in the cluster.
     *
     * @param objects of our kinds, by {@code Kind/name}
     * @param namespace that is watched
     * @param asked the environment that this cluster is; absent when there is only one
     */
    static Desired of(
            Map<String, JsonNode> objects,
            String namespace,
            @Nullable String asked,
            Map<String, Map<String, String>> namespaces,
            Instant at) {
        Checker checker = Checker.of(
                objects.values().stream().map(CustomResources::document).toList());
        List<String> environments =
                checker.set().environments().stream().map(Environment::name).toList();
        Prices prices = Prices.of(List.of(), checker.set().priceBooks());
        String problem = problem(environments, asked);
        Predicate<Environment> wanted =
                environment -> asked == null || environment.name().equals(asked);
        if (problem != null) {
            return new Desired(null, problem, unclear(objects), List.of(), prices, List.of());
        }
        Checked checked = checker.check(wanted, namespaces, at);
        List<EnvironmentPlan> plans = checked.fleet().environments();
        String place = plans.get(0).environment().velero().namespace();
        if (!place.equals(namespace)) {
            return new Desired(null, elsewhere(place, namespace), unclear(objects), List.of(), prices, List.of());
        }
        return new Making(objects, plans.get(0), prices, checked.diagnostics()).desired();
    }

    private static @Nullable String problem(List<String> environments, @Nullable String asked) {
        if (asked != null && !environments.contains(asked)) {
            return "there is no Environment `%s` here".formatted(asked);
        }
        return asked == null && environments.size() > 1
                ? "there are several Environments here: the reconciler needs `--environment`, one of " + environments
                : null;
    }

    private static String elsewhere(String place, String namespace) {
        return ("Velero's namespace is `%s` for this environment, but `%s` is watched: say `velero: {namespace: %s}` in an"
                        + " Environment, or watch the other with `--namespace`")
                .formatted(place, namespace, namespace);
    }

    private static Map<String, Wanted> unclear(Map<String, JsonNode> objects) {
        var policies = new TreeMap<String, Wanted>();
        objects.values().stream().filter(Desired::isPolicy).forEach(object -> {
            String name = object.path("metadata").path("name").asText();
            policies.put(name, new Wanted(name, generation(object), Orders.of(object), null, List.of(), List.of()));
        });
        return policies;
    }

    private static boolean isPolicy(JsonNode object) {
        return object.path("kind").asText().equals(Kind.BACKUP_POLICY.word());
    }

    private static long generation(JsonNode object) {
        return object.path("metadata").path("generation").asLong();
    }

    /** Sorts plans, manifests and findings to the policies that they are about. */
    private static final class Making {
        private final Map<String, JsonNode> objects;
        private final EnvironmentPlan environment;
        private final Prices prices;
        private final List<Diagnostic> findings;
        private final Map<String, BackupPlan> plans = new HashMap<>();
        private final Map<String, List<Manifest>> manifests = new HashMap<>();
        private final List<Intent> shared = new ArrayList<>();
        private final SharedParts parts = new SharedParts();
        private final Map<String, List<Diagnostic>> bySource = new HashMap<>();

        Making(Map<String, JsonNode> objects, EnvironmentPlan environment, Prices prices, List<Diagnostic> findings) {
            this.objects = objects;
            this.prices = prices;
            this.environment = environment;
            this.findings = findings;
            for (Diagnostic finding : findings) {
                var sources = new TreeSet<String>();
                sources.add(finding.place().source());
                if (finding.policy() != null) {
                    sources.add(CustomResources.source(Kind.BACKUP_POLICY.word(), finding.policy()));
                }
                sources.forEach(source -> bySource.computeIfAbsent(source, key -> new ArrayList<>())
                        .add(finding));
            }
        }

        Desired desired() {
            EnvironmentPlan kept = environment.lean();
            kept.policies().forEach(plan -> plans.put(plan.name(), plan));
            Map<String, List<Diagnostic>> errors = new HashMap<>();
            var policies = new TreeMap<String, Wanted>();
            objects.values().stream().filter(Desired::isPolicy).forEach(object -> {
                String name = object.path("metadata").path("name").asText();
                errors.put(name, about(name, object));
            });
            Set<String> broken = new TreeSet<>();
            errors.forEach((name, found) -> {
                if (found.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
                    broken.add(name);
                }
            });
            emit(broken);
            objects.values().stream().filter(Desired::isPolicy).forEach(object -> {
                String name = object.path("metadata").path("name").asText();
                policies.put(name, wanted(name, object, errors.getOrDefault(name, List.of())));
            });
            return new Desired(kept, null, policies, shared, prices, findings);
        }

        /** A policy that cannot be applied must not keep the others from it. */
        private void emit(Set<String> broken) {
            var sound = new EnvironmentPlan(
                    environment.environment(),
                    environment.declared(),
                    environment.velero(),
                    environment.stores(),
                    environment.policies().stream()
                            .filter(plan -> !broken.contains(plan.name()))
                            .toList());
            for (Manifest manifest : Emitter.emit(sound)) {
                if (APPLIED.contains(manifest.kind())) {
                    manifest.policy()
                            .ifPresentOrElse(
                                    policy -> manifests
                                            .computeIfAbsent(policy, key -> new ArrayList<>())
                                            .add(manifest),
                                    () -> share(manifest));
                }
            }
        }

        private void share(Manifest manifest) {
            String store = CustomResources.source(
                    Kind.BACKUP_STORE.word(), manifest.metadata().name());
            boolean broken = bySource.getOrDefault(store, List.of()).stream()
                    .anyMatch(finding -> finding.severity() == Severity.ERROR);
            if (!broken || !manifest.kind().equals("BackupStorageLocation")) {
                shared.add(Intent.of(manifest));
            }
        }

        private Wanted wanted(String name, JsonNode object, List<Diagnostic> about) {
            var owner = new Intent.Owner(
                    Kind.API_VERSION,
                    Kind.BACKUP_POLICY.word(),
                    name,
                    object.path("metadata").path("uid").asText());
            List<Intent> intents = manifests.getOrDefault(name, List.of()).stream()
                    .map(manifest -> Intent.of(manifest).ownedBy(owner).sharing(parts))
                    .toList();
            return new Wanted(name, generation(object), orders(object), plans.get(name), intents, about);
        }

        private Orders orders(JsonNode object) {
            String id = CustomResources.source(Kind.ENVIRONMENT.word(), environment.name());
            return Orders.of(object).in(Orders.of(objects.getOrDefault(id, MissingNode.getInstance())));
        }

        /** Findings in the policy, about it, and in everything that it is made of. */
        private List<Diagnostic> about(String name, JsonNode object) {
            var sources = new TreeSet<String>();
            sources.add(CustomResources.source(Kind.BACKUP_POLICY.word(), name));
            sources.add(CustomResources.source(Kind.ENVIRONMENT.word(), environment.name()));
            JsonNode spec = object.path("spec");
            if (spec.path("class").isTextual()) {
                sources.add(CustomResources.source(
                        Kind.BACKUP_CLASS.word(), spec.path("class").asText()));
            }
            BackupPlan plan = plans.get(name);
            if (plan != null) {
                plan.tiers().forEach(tier -> {
                    if (tier.store() != null) {
                        sources.add(CustomResources.source(
                                Kind.BACKUP_STORE.word(), tier.store().name()));
                    }
                });
            }
            spec.path("hooks")
                    .forEach(hook -> sources.add(CustomResources.source(
                            Kind.HOOK_TEMPLATE.word(), hook.path("use").asText())));
            return sources.stream()
                    .flatMap(source -> bySource.getOrDefault(source, List.of()).stream())
                    .filter(finding ->
                            finding.policy() == null || finding.policy().equals(name))
                    .distinct()
                    .toList();
        }
    }
}
