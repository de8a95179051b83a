package dev.ballast.manifest;

import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.BackupStore;
import dev.ballast.policy.Environment;
import dev.ballast.velero.LocationConfig;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** One environment to manifests, in the order in which they should be applied. */
public final class Emitter {
    private static final String VELERO = "velero.io/v1";
    private static final List<String> ORDER = List.of(
            "BackupStorageLocation",
            "VolumeSnapshotLocation",
            "ConfigMap",
            "Schedule",
            "ScheduledBackup",
            "PrometheusRule");

    private final EnvironmentPlan environment;
    private final String namespace;

    private Emitter(EnvironmentPlan environment) {
        this.environment = environment;
        this.namespace = environment.environment().velero().namespace();
    }

    /** Everything to apply, locations first, each kind sorted by name. */
    public static List<Manifest> emit(EnvironmentPlan environment) {
        var emitter = new Emitter(environment);
        var manifests = new ArrayList<Manifest>();
        environment.stores().values().stream()
                .filter(store -> store.settings().managed())
                .map(emitter::storageLocation)
                .forEach(manifests::add);
        environment.environment().snapshotLocations().stream()
                .map(emitter::snapshotLocation)
                .forEach(manifests::add);
        environment.policies().forEach(policy -> manifests.addAll(emitter.policy(policy)));
        return manifests.parallelStream()
                .map(Marks::revision)
                .sorted(Comparator.comparingInt((Manifest m) -> ORDER.indexOf(m.kind()))
                        .thenComparing(Manifest::id))
                .toList();
    }

    private List<Manifest> policy(BackupPlan plan) {
        var manifests = new ArrayList<Manifest>();
        ResourcePolicies policies = ResourcePolicies.of(plan);
        policies.byName()
                .forEach((name, text) -> manifests.add(Manifest.configMap(name, namespace, "policies.yaml", text)
                        .labelled(Marks.ofPolicy(plan.policy()))));
        var schedules = new ScheduleEmitter(environment, plan, policies);
        for (TierPlan tier : plan.tiers()) {
            manifests.add(schedules.schedule(tier));
        }
        manifests.addAll(DatabaseBackups.of(plan));
        AlertManifests.of(environment, plan).ifPresent(manifests::add);
        return manifests;
    }

    private Manifest storageLocation(StorePlan store) {
        BackupStore.Settings settings = store.settings();
        String access = settings.access();
        var spec = new LocationSpecs.Storage(
                store.provider().plugin().word(),
                new LocationSpecs.ObjectStorage(settings.bucket(), settings.prefix(), base64(settings.caCert())),
                credential(settings.credential()),
                access == null ? null : access.equals("readOnly") ? "ReadOnly" : "ReadWrite",
                LocationConfig.of(settings));
        return Manifest.of(VELERO, "BackupStorageLocation", store.name(), namespace, spec)
                .labelled(Marks.ofStore(store.name()));
    }

    private Manifest snapshotLocation(Environment.SnapshotLocation location) {
        SortedMap<String, String> config = LocationConfig.of(location);
        var spec = new LocationSpecs.Snapshots(location.provider(), credential(location.credential()), config);
        return Manifest.of(VELERO, "VolumeSnapshotLocation", location.name(), namespace, spec)
                .labelled(Map.of(Marks.MANAGED_BY, Marks.BALLAST));
    }

    private static LocationSpecs.@Nullable Credential credential(BackupStore.@Nullable Credential credential) {
        return credential == null ? null : new LocationSpecs.Credential(credential.secret(), credential.key());
    }

    private static @Nullable String base64(@Nullable String pem) {
        return pem == null ? null : Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
    }
}
