package dev.ballast.drift;

import dev.ballast.bucket.BucketLedger;
import dev.ballast.compile.Checked;
import dev.ballast.compile.Checker;
import dev.ballast.cost.Calibration;
import dev.ballast.observed.BackupPhase;
import dev.ballast.observed.LiveObject;
import dev.ballast.observed.Observed;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.observed.ObservedDeletion;
import dev.ballast.observed.ObservedLocation;
import dev.ballast.observed.ObservedSnapshot;
import dev.ballast.observed.ObservedUpload;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Tier;
import dev.ballast.price.Prices;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An environment with policies, and what may be found in its cluster and buckets. */
final class CostScene {
    static final long GIB = 1L << 30;

    final EnvironmentPlan environment;
    final List<ObservedBackup> backups = new ArrayList<>();
    final List<ObservedUpload> uploads = new ArrayList<>();
    final List<ObservedSnapshot> snapshots = new ArrayList<>();
    final Map<String, BucketLedger> ledgers = new HashMap<>();
    private final List<ObservedLocation> locations = new ArrayList<>();
    private final List<LiveObject> snapshotLocations = new ArrayList<>();
    private final List<ObservedDeletion> deletions = new ArrayList<>();
    private final Map<String, Map<Tier, TierLife>> lives = new HashMap<>();
    private Prices actual = Prices.of(List.of(), List.of());
    private Calibration calibration = Calibration.NOTHING;

    private CostScene(EnvironmentPlan environment, String since) {
        this.environment = environment;
        for (BackupPlan plan : environment.policies()) {
            var own = new EnumMap<Tier, TierLife>(Tier.class);
            plan.tiers().forEach(tier -> own.put(tier.tier(), new TierLife(Instant.parse(since), null)));
            lives.put(plan.name(), own);
        }
    }

    /** Policies in the environment {@code default} with the stores {@code primary} and {@code second}, Schedules created at a time. */
    static CostScene of(String since, String... policies) {
        String text = """
                apiVersion: ballast.dev/v1alpha1
                kind: Environment
                metadata: {name: default}
                spec:
                  cluster: harbour
                  snapshotLocations: [{name: disks, provider: aws, region: us-east-1}]
                  snapshotPrice: aws/ebs/snapshot
                ---
                apiVersion: ballast.dev/v1alpha1
                kind: BackupStore
                metadata: {name: primary}
                spec: {provider: aws, bucket: acme-velero, region: us-east-1, default: true, prices: {objects: aws/s3/standard}}
                ---
                apiVersion: ballast.dev/v1alpha1
                kind: BackupStore
                metadata: {name: second}
                spec: {provider: aws, bucket: acme-second, region: eu-central-1, prices: {objects: aws/s3/standard}}
                """ + String.join("", policies);
        Checked checked = Checker.of(SourceReader.read("case.yaml", text, Limits.DEFAULT)
                        .value()
                        .orElseThrow()
                        .documents())
                .check(environment -> true, Map.of(), Instant.parse(since));
        if (checked.hasErrors()) {
            throw new IllegalArgumentException(checked.diagnostics().toString());
        }
        return new CostScene(checked.fleet().environments().get(0), since);
    }

    static String policy(String name, String keep, String method, String size, String... more) {
        return """
                ---
                apiVersion: ballast.dev/v1alpha1
                kind: BackupPolicy
                metadata: {name: %s}
                spec:
                  select: {namespaces: [%s]}
                  keep: {%s}
                  volumes: {method: %s}
                  size: {%s}
                  %s
                """.formatted(name, name, keep, method, size, String.join("\n  ", more));
    }

    BackupPlan plan(String policy) {
        return environment.policies().stream()
                .filter(plan -> plan.name().equals(policy))
                .findFirst()
                .orElseThrow();
    }

    /** Good backups for every due time of all tiers of the first policy strictly after one time and before another, begun 20 seconds late. */
    CostScene good(String after, String before) {
        for (TierPlan tier : environment.policies().get(0).tiers()) {
            tier.calendar()
                    .runs(Instant.parse(after))
                    .takeWhile(due -> due.isBefore(Instant.parse(before)))
                    .filter(due -> due.plus(tier.ttl()).isAfter(Instant.parse(before)))
                    .forEach(due -> add(History.backup(tier, due.plusSeconds(20), BackupPhase.COMPLETED)));
        }
        return this;
    }

    CostScene add(ObservedBackup backup) {
        backups.add(backup);
        return this;
    }

    /** One backup of the first policy, begun at a time. */
    CostScene one(Tier tier, String begun) {
        TierPlan plan = environment.policies().get(0).tier(tier).orElseThrow();
        return add(History.backup(plan, Instant.parse(begun), BackupPhase.COMPLETED));
    }

    /** Without those that began on a day. */
    CostScene without(String day) {
        backups.removeIf(backup -> backup.asked().toString().startsWith(day));
        return this;
    }

    /** One that somebody made without a policy. */
    CostScene byHand(String name, String begun) {
        Instant time = Instant.parse(begun);
        return add(new ObservedBackup(
                name,
                "",
                null,
                null,
                null,
                null,
                "primary",
                BackupPhase.COMPLETED,
                time,
                time,
                time,
                time.plus(Duration.ofDays(30)),
                List.of(),
                null,
                null));
    }

    CostScene change(UnaryOperator<ObservedBackup> change) {
        backups.replaceAll(change);
        return this;
    }

    /** An upload of one volume for every backup: so many bytes, of which so many are new. */
    CostScene uploads(String namespace, long total, @Nullable Long incremental) {
        backups.forEach(backup -> upload(backup.name(), namespace, total, incremental, backup.begun()));
        return this;
    }

    CostScene upload(String backup, String namespace, long total, @Nullable Long incremental, Instant started) {
        uploads.add(new ObservedUpload(
                "upload-" + backup,
                backup,
                ObservedUpload.Method.FILE_SYSTEM,
                namespace,
                "data",
                "primary",
                started,
                started.plusSeconds(60),
                total,
                incremental));
        return this;
    }

    CostScene deletion(String backup, String... errors) {
        deletions.add(
                new ObservedDeletion(backup, Instant.parse("2026-06-16T08:00:00Z"), "Processed", List.of(errors)));
        return this;
    }

    CostScene location(String name, String spec) {
        locations.add(new ObservedLocation(
                name,
                ObservedLocation.State.AVAILABLE,
                null,
                false,
                null,
                History.live("{\"metadata\": {\"name\": \"%s\"}, \"spec\": %s}".formatted(name, spec))));
        return this;
    }

    CostScene ledger(String store, BucketLedger ledger) {
        ledgers.put(store, ledger);
        return this;
    }

    CostScene actual(Prices prices) {
        actual = prices;
        return this;
    }

    CostScene calibrated(Calibration by) {
        calibration = by;
        return this;
    }

    CostScene life(String policy, Tier tier, TierLife life) {
        lives.computeIfAbsent(policy, name -> new EnumMap<>(Tier.class)).put(tier, life);
        return this;
    }

    CostBasis basis(String at) {
        return basis(Instant.parse(at));
    }

    CostBasis basis(Instant at) {
        var observed = new Observed(
                at,
                List.of(),
                backups,
                locations,
                snapshotLocations,
                List.of(),
                uploads,
                snapshots,
                List.of(),
                deletions,
                Map.of());
        return new CostBasis(
                environment,
                lives,
                observed,
                ledgers,
                Prices.of(List.of(), List.of()),
                actual,
                calibration,
                CostDrift.Thresholds.DEFAULT,
                at);
    }

    Expenses drift(String at) {
        return CostDrifts.of(basis(at));
    }

    /** The causes of the first policy in its currency, as shown: {@code size 1.50}. */
    List<String> causes(String at) {
        return shown(drift(at).policies().get(environment.policies().get(0).name()));
    }

    static List<String> shown(@Nullable CostDrift drift) {
        return drift == null
                ? List.of("unknown")
                : drift.parts().shown(2).stream()
                        .map(cause -> cause.kind().word() + " " + cause.amount())
                        .toList();
    }
}
