package dev.ballast.drift;

import static dev.ballast.drift.CostScene.GIB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.bucket.BucketLedger;
import dev.ballast.bucket.BucketLedger.Amount;
import dev.ballast.bucket.BucketLedger.Section;
import dev.ballast.bucket.BucketLedger.State;
import dev.ballast.cost.Cause;
import dev.ballast.observed.BackupPhase;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.policy.Tier;
import dev.ballast.report.Sizes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CostDriftsTest {
    private static final String SINCE = "2025-01-01T00:00:00Z";
    private static final String NOW = "2026-06-17T12:00:00Z";
    private static final String TIMES = "schedule: {daily: \"02:00\"}";
    private static final String DELTAS = "data: 200GiB, objects: 0B, deltas: {1d: 5GiB, 7d: 20GiB, 30d: 40GiB}";

    private static CostScene files(String... more) {
        return CostScene.of(
                SINCE, CostScene.policy("shop", "daily: 7", "file-system", DELTAS, TIMES), String.join("", more));
    }

    private static CostScene snapshots() {
        return CostScene.of(SINCE, CostScene.policy("shop", "daily: 7", "snapshot", DELTAS, TIMES));
    }

    @Test
    void nothingIsOffWhenEveryRunLeftItsBackup() {
        CostDrift drift = shop(snapshots().good(SINCE, NOW));
        // 200 GiB and six days of 5 GiB at 0.05.
        assertThat(drift.parts().expected().monthly()).isEqualByComparingTo("11.5");
        assertThat(drift.driftBytes()).isZero();
        assertThat(drift.evidence()).isEmpty();
        assertThat(drift.alarming()).isFalse();
        assertThat(drift.expected()).isEqualTo(Certainty.MODELLED);
        assertThat(drift.actual()).isEqualTo(Certainty.MODELLED);
    }

    @Test
    void aYoungPolicyIsNotMissedItsOldBackups() {
        CostScene scene =
                CostScene.of("2026-06-15T12:00:00Z", CostScene.policy("shop", "daily: 7", "snapshot", DELTAS, TIMES));
        CostDrift drift = shop(scene.good("2026-06-15T12:00:00Z", NOW));
        assertThat(drift.parts().expected().bytes()).isEqualTo(205 * GIB);
        assertThat(drift.driftBytes()).isZero();
    }

    @Test
    void aMissingBackupCostsLess() {
        CostDrift drift = shop(snapshots().good(SINCE, NOW).without("2026-06-15"));
        assertThat(CostScene.shown(drift)).containsExactly("missing -0.12");
        assertThat(drift.evidence())
                .containsExactly(
                        Map.entry(Cause.Kind.MISSING, List.of("1 run left no backup: Mon 2026-06-15 02:00 UTC")));
    }

    @Test
    void aRunThatIsDueJustNowIsNotMissing() {
        CostScene scene = snapshots().good(SINCE, "2026-06-17T01:00:00Z");
        assertThat(scene.causes("2026-06-17T02:01:00Z")).isEmpty();
        assertThat(scene.causes("2026-06-17T02:02:00Z")).containsExactly("missing -0.25");
    }

    @Test
    void whatWasNotCollectedTwoHoursAfterItsExpiryIsOverdueWithTheReason() {
        CostScene scene = snapshots()
                .good(SINCE, NOW)
                .one(Tier.DAILY, "2026-06-09T02:00:20Z")
                .one(Tier.DAILY, "2026-06-08T02:00:20Z")
                .change(backup -> backup.begun().isBefore(Instant.parse("2026-06-10T00:00:00Z"))
                        ? failing(backup, "BSLReadOnly")
                        : backup)
                .deletion("shop-daily-20260608020020", "no access");
        CostDrift drift = shop(scene);
        // Between them and the others lies a day that is gone: 5 and 7.5 GiB.
        assertThat(CostScene.shown(drift)).containsExactly("overdue 0.63");
        assertThat(drift.evidence().get(Cause.Kind.OVERDUE))
                .containsExactly(
                        "2 backups should be gone: shop-daily-20260608020020, shop-daily-20260609020020",
                        "Velero could not collect 2 backups: BSLReadOnly",
                        "the deletion of `shop-daily-20260608020020` failed: no access");
    }

    private static ObservedBackup failing(ObservedBackup of, String reason) {
        return new ObservedBackup(
                of.name(),
                of.uid(),
                of.policy(),
                of.tier(),
                of.cluster(),
                of.schedule(),
                of.store(),
                of.phase(),
                of.created(),
                of.started(),
                of.completed(),
                of.expires(),
                List.of(),
                null,
                reason);
    }

    @Test
    void whatExpiredAnHourAgoMayStillBeThere() {
        CostScene scene = snapshots().good(SINCE, "2026-06-16T03:00:00Z");
        assertThat(scene.causes("2026-06-16T03:30:00Z")).isEmpty();
    }

    @Test
    void aBackupThatSomebodyMadeFromAScheduleIsUnmanaged() {
        CostScene scene = snapshots().good(SINCE, NOW).one(Tier.DAILY, "2026-06-17T09:00:00Z");
        assertThat(shop(scene).evidence())
                .containsExactly(Map.entry(
                        Cause.Kind.UNMANAGED,
                        List.of("1 backup made for no run of the policy: shop-daily-20260617090000")));
    }

    @Test
    void backupsFromBeforeATierWasAsItIsKeepTheirExpiry() {
        CostScene scene = snapshots()
                .good(SINCE, NOW)
                .life("shop", Tier.DAILY, new TierLife(Instant.parse("2026-06-16T00:00:00Z"), null));
        CostDrift drift = shop(scene);
        assertThat(drift.driftBytes()).isZero();
        assertThat(drift.parts().expected().bytes()).isEqualTo(230 * GIB);
    }

    @Test
    void aBackupThatLivesLongerThanThePolicySaysIsOverdue() {
        CostScene scene = snapshots().good(SINCE, NOW).add(living("2026-06-08T02:00:20Z", "2027-06-08T02:00:20Z"));
        assertThat(shop(scene).evidence().get(Cause.Kind.OVERDUE))
                .containsExactly(
                        "1 backup should be gone: shop-daily-20260608020020",
                        "1 backup is to live longer than the policy says: shop-daily-20260608020020");
    }

    private static ObservedBackup living(String begun, String until) {
        Instant start = Instant.parse(begun);
        return new ObservedBackup(
                "shop-daily-20260608020020",
                "",
                "shop",
                Tier.DAILY,
                "harbour",
                "shop-daily",
                "primary",
                BackupPhase.COMPLETED,
                start,
                start,
                start,
                Instant.parse(until),
                List.of(),
                null,
                null);
    }

    @Test
    void backupsOfAnotherClusterDoNotCount() {
        CostScene scene = snapshots().good(SINCE, NOW);
        CostScene both = snapshots().good(SINCE, NOW).one(Tier.DAILY, "2026-06-17T09:00:00Z");
        ObservedBackup last = both.backups.remove(both.backups.size() - 1);
        both.add(new ObservedBackup(
                last.name(),
                "",
                "shop",
                Tier.DAILY,
                "other",
                last.schedule(),
                "primary",
                BackupPhase.COMPLETED,
                last.created(),
                last.started(),
                null,
                last.expires(),
                List.of(),
                null,
                null));
        assertThat(shop(both)).isEqualTo(shop(scene));
        assertThat(both.drift(NOW).unowned()).isNull();
    }

    @Test
    void measuredSizesAndChangesHoldWhereUploadsTell() {
        CostScene scene = files().good(SINCE, NOW).uploads("shop", 230 * GIB, 7 * GIB);
        CostDrift drift = shop(scene);
        // 7 that are kept and 3 that an uploader has not let go of, and five per cent.
        assertThat(Sizes.text(drift.parts().expected().bytes())).isEqualTo("257.3 GiB");
        assertThat(drift.evidence().get(Cause.Kind.SIZE))
                .containsExactly("230.0 GiB measured on Wed 2026-06-17 02:00 UTC, 200.0 GiB declared");
        assertThat(drift.evidence().get(Cause.Kind.CHANGE))
                .containsExactly("7.0 GiB measured after 1d, the median of 6 uploads");
        assertThat(Sizes.text(drift.parts().actual().bytes())).isEqualTo("307.7 GiB");
    }

    @Test
    void nothingIsSaidOfASizeThatNobodyKnows() {
        CostScene scene =
                CostScene.of(SINCE, CostScene.policy("shop", "daily: 7", "file-system", "objects: 0B", TIMES));
        assertThat(scene.good(SINCE, NOW).drift(NOW).policies()).isEmpty();
        CostDrift drift = shop(scene.uploads("shop", 10 * GIB, null));
        assertThat(drift.driftBytes()).isZero();
        assertThat(drift.expected()).isEqualTo(Certainty.ASSUMED);
    }

    @Test
    void backupsInAnotherStoreAreDearerByTheirPlace() {
        CostScene scene = files().good(SINCE, NOW);
        scene.change(backup -> in(backup, "second"));
        CostDrift drift = shop(scene);
        assertThat(drift.parts().shown(2)).extracting(Cause::kind).containsExactly(Cause.Kind.PLACE);
        assertThat(drift.evidence().get(Cause.Kind.PLACE))
                .containsExactly("7 backups in second in eu-central-1, not primary in us-east-1: "
                        + "shop-daily-20260611020020, shop-daily-20260612020020, shop-daily-20260613020020, "
                        + "shop-daily-20260614020020, shop-daily-20260615020020 and 2 more");
    }

    private static ObservedBackup in(ObservedBackup of, String store) {
        return new ObservedBackup(
                of.name(),
                of.uid(),
                of.policy(),
                of.tier(),
                of.cluster(),
                of.schedule(),
                store,
                of.phase(),
                of.created(),
                of.started(),
                of.completed(),
                of.expires(),
                List.of(),
                null,
                null);
    }

    @Test
    void aLocationThatPointsToAnotherRegionIsAnotherPlace() {
        CostScene scene = files().good(SINCE, NOW)
                .location(
                        "primary",
                        "{\"objectStorage\": {\"bucket\": \"acme-velero\"}, \"config\": {\"region\": \"eu-central-1\"}}");
        assertThat(shop(scene).parts().shown(2)).extracting(Cause::kind).containsExactly(Cause.Kind.PLACE);
    }

    @Test
    void aBackupByHandOfTheSameVolumesIsUnmanagedInItsPolicy() {
        CostScene scene = files().good(SINCE, NOW).uploads("shop", 200 * GIB, 5 * GIB);
        scene.byHand("before-upgrade", "2026-06-17T10:00:20Z")
                .upload("before-upgrade", "shop", 200 * GIB, 5 * GIB, Instant.parse("2026-06-17T10:00:20Z"));
        Expenses expenses = scene.drift(NOW);
        assertThat(expenses.unowned()).isNull();
        assertThat(shop(scene).evidence().get(Cause.Kind.UNMANAGED))
                .containsExactly("1 backup made for no run of the policy: before-upgrade");
    }

    @Test
    void aBackupByHandOfOtherVolumesIsNobodys() {
        CostScene scene = files().good(SINCE, NOW);
        scene.byHand("once", "2026-06-16T14:00:20Z")
                .upload("once", "legacy", 100 * GIB, null, Instant.parse("2026-06-16T14:00:20Z"));
        CostDrift unowned = scene.drift(NOW).unowned();
        assertThat(CostScene.shown(unowned)).containsExactly("unmanaged 2.30");
        assertThat(unowned).isNotNull().satisfies(drift -> {
            assertThat(drift.evidence())
                    .containsExactly(Map.entry(Cause.Kind.UNMANAGED, List.of("1 backup of no policy: once")));
            assertThat(drift.alarming()).isTrue();
            assertThat(drift.actual()).isEqualTo(Certainty.ASSUMED);
        });
    }

    @Test
    void aListedBucketIsMeasured() {
        CostScene scene = files().good(SINCE, NOW);
        var held = new TreeMap<BucketLedger.Key, Amount>();
        scene.backups.forEach(backup ->
                held.put(new BucketLedger.Key(Section.BACKUPS, backup.name(), State.CURRENT), new Amount(12, 1000)));
        held.put(new BucketLedger.Key(Section.KOPIA, "shop", State.CURRENT), new Amount(50_000, 240 * GIB));
        held.put(new BucketLedger.Key(Section.KOPIA, "shop", State.NONCURRENT), new Amount(10, 20 * GIB));
        held.put(
                new BucketLedger.Key(Section.BACKUPS, "shop-daily-20260601020015", State.CURRENT),
                new Amount(12, 1000));
        held.put(new BucketLedger.Key(Section.BACKUPS, "stranger", State.CURRENT), new Amount(12, 100 * GIB));
        held.put(new BucketLedger.Key(Section.KOPIA, "gone", State.CURRENT), new Amount(700, 50 * GIB));
        held.put(new BucketLedger.Key(Section.OTHER, "", State.INCOMPLETE), new Amount(3, GIB));
        held.put(new BucketLedger.Key(Section.OTHER, "", State.CURRENT), new Amount(1, 7));
        var ledger = new BucketLedger(Instant.parse(NOW), held, new TreeMap<>(Map.of("STANDARD", 1L)), true);
        Expenses expenses = scene.ledger("primary", ledger).drift(NOW);
        CostDrift drift = shop(scene);
        assertThat(drift.actual()).isEqualTo(Certainty.MEASURED);
        assertThat(drift.parts().actual().bytes()).isEqualTo(260 * GIB + 8 * 1000);
        assertThat(drift.evidence().get(Cause.Kind.ORPHANED))
                .containsExactly("1 folder in the bucket without a Backup: shop-daily-20260601020015");
        assertThat(drift.evidence().get(Cause.Kind.UNEXPLAINED)).isNotEmpty();
        CostDrift unowned = Objects.requireNonNull(expenses.unowned());
        assertThat(unowned.actual()).isEqualTo(Certainty.MEASURED);
        assertThat(unowned.parts().actual().bytes()).isEqualTo(151 * GIB + 7);
        assertThat(unowned.evidence().get(Cause.Kind.ORPHANED))
                .containsExactly(
                        "backups without a Backup in `primary`: 100.0 GiB, 12 objects",
                        "volumes of namespaces that no backup holds in `primary`: 50.0 GiB, 700 objects",
                        "unfinished uploads in `primary`: 1.0 GiB, 3 objects");
    }

    @Test
    void aRepositoryOfAnotherClusterInTheSameBucketIsNoOrphan() {
        CostScene scene = files().good(SINCE, NOW);
        scene.add(ofAnotherCluster("shop-daily-20260616020010", "billing", "shop"));
        scene.ledger("primary", listed("billing", "gone", "shop"));
        assertThat(orphans(scene))
                .containsExactly("volumes of namespaces that no backup holds in `primary`: 50.0 GiB, 7 objects");
        // Both clusters have a namespace of that name, so nobody knows whose the bytes are.
        assertThat(shop(scene).actual()).isEqualTo(Certainty.MODELLED);
    }

    @Test
    void whatAnotherClusterUploadedIsNoOrphan() {
        CostScene scene = files().good(SINCE, NOW);
        ObservedBackup other = ofAnotherCluster("all-1", "nothing-of-this");
        scene.add(other).upload("all-1", "billing", GIB, null, other.begun());
        scene.ledger("primary", listed("billing", "shop"));
        assertThat(orphans(scene)).isEmpty();
    }

    @Test
    void whereAnotherClusterTakesEverythingAnyRepositoryMayBeIts() {
        CostScene scene = files().good(SINCE, NOW);
        scene.add(ofAnotherCluster("all-1"));
        scene.ledger("primary", listed("billing", "gone", "shop"));
        scene.ledger("second", listed("gone"));
        assertThat(orphans(scene))
                .containsExactly("volumes of namespaces that no backup holds in `second`: 50.0 GiB, 7 objects");
        assertThat(shop(scene).actual()).isEqualTo(Certainty.MEASURED);
    }

    @Test
    void aPolicyOfAllNamespacesHasTheirRepositoriesThoughNoUploadSaysSo() {
        CostScene scene = CostScene.of(
                        SINCE,
                        CostScene.policy("all", "daily: 7", "file-system", DELTAS, TIMES)
                                .replace("[all]", "[\"*\"], excludeNamespaces: [scratch]"))
                .good(SINCE, NOW);
        scene.change(backup -> new ObservedBackup(
                backup.name(),
                "",
                "all",
                Tier.DAILY,
                "harbour",
                "all-daily",
                "primary",
                BackupPhase.COMPLETED,
                backup.created(),
                backup.started(),
                backup.completed(),
                backup.expires(),
                List.of(),
                null,
                null));
        scene.ledger("primary", listed("shop", "wiki", "scratch")).ledger("second", listed("shop"));
        assertThat(orphans(scene))
                .containsExactly(
                        "volumes of namespaces that no backup holds in `primary`: 50.0 GiB, 7 objects",
                        "volumes of namespaces that no backup holds in `second`: 50.0 GiB, 7 objects");
        CostDrift drift = Objects.requireNonNull(scene.drift(NOW).policies().get("all"));
        assertThat(drift.actual()).isEqualTo(Certainty.MEASURED);
        assertThat(drift.parts().actual().bytes()).isEqualTo(100 * GIB);

        // Once uploads tell what there is, they are believed.
        scene.uploads("shop", 200 * GIB, 5 * GIB);
        assertThat(orphans(scene))
                .containsExactly("volumes of namespaces that no backup holds in `primary`: 100.0 GiB, 14 objects");
    }

    /** A bucket with a repository of 50 GiB for each of some namespaces. */
    private static BucketLedger listed(String... namespaces) {
        var held = new TreeMap<BucketLedger.Key, Amount>();
        for (String namespace : namespaces) {
            held.put(new BucketLedger.Key(Section.KOPIA, namespace, State.CURRENT), new Amount(7, 50 * GIB));
        }
        return new BucketLedger(Instant.parse(NOW), held, new TreeMap<>(), true);
    }

    private static List<String> orphans(CostScene scene) {
        return Objects.requireNonNull(scene.drift(NOW).unowned())
                .evidence()
                .getOrDefault(Cause.Kind.ORPHANED, List.of());
    }

    private static ObservedBackup ofAnotherCluster(String name, String... namespaces) {
        Instant begun = Instant.parse("2026-06-16T02:00:10Z");
        return new ObservedBackup(
                name,
                "",
                "shop",
                Tier.DAILY,
                "other",
                "shop-daily",
                "primary",
                BackupPhase.COMPLETED,
                begun,
                begun,
                begun,
                begun.plusSeconds(7 * 86_400),
                List.of(),
                null,
                null,
                List.of(),
                null,
                List.of(namespaces));
    }

    @Test
    void aRunThatWasMadeHoursLateIsKeptUntilItsOwnExpiry() {
        CostScene scene = snapshots()
                .good(SINCE, "2026-06-17T06:00:00Z")
                .without("2026-06-10")
                .one(Tier.DAILY, "2026-06-10T07:00:20Z");
        assertThat(scene.causes("2026-06-17T06:00:00Z")).isEmpty();
        assertThat(scene.causes("2026-06-17T09:00:00Z")).isEmpty();
        assertThat(scene.causes("2026-06-17T09:01:00Z")).containsExactly("overdue 0.20");
    }

    @Test
    void whatIsLeftOfExpiredRunsLiesWhereTheBackupsAfterThemLie() {
        CostScene scene = files().good(SINCE, NOW);
        scene.change(backup -> in(backup, "second"));
        CostDrift drift = shop(scene);
        // All of it is there and nothing in the planned store: the difference is that of the prices, 0.0245 and 0.023.
        assertThat(drift.driftBytes()).isZero();
        assertThat(CostScene.shown(drift)).containsExactly("place 0.39");
    }

    /** With anything in the cluster, the causes of every policy add up, and the whole is the bucket where it was listed. */
    @Property(tries = 300)
    void theCausesOfAnyClusterAddUp(@ForAll long seed) {
        var random = new Random(seed);
        CostScene scene = files(
                CostScene.policy("guest", "daily: 3", "snapshot", "sharedWith: shop", TIMES),
                CostScene.policy(
                        "media", "daily: 3, weekly: 2", "snapshot-move", "data: 1TiB, change: 2%, reach: 30%", TIMES));
        scene.good("2026-05-01T00:00:00Z", NOW);
        var kept = new ArrayList<>(scene.backups);
        scene.backups.clear();
        kept.forEach(backup -> {
            if (random.nextInt(4) > 0) {
                scene.add(random.nextInt(5) == 0 ? in(backup, random.nextBoolean() ? "second" : "nowhere") : backup);
            }
        });
        for (int i = random.nextInt(5); i > 0; i--) {
            scene.one(
                    Tier.DAILY,
                    Instant.parse(NOW).minusSeconds(random.nextInt(90 * 86_400)).toString());
        }
        scene.backups.forEach(backup -> {
            if (random.nextBoolean()) {
                scene.upload(
                        backup.name(),
                        random.nextBoolean() ? "shop" : "media",
                        random.nextLong(1L << 40),
                        random.nextLong(1L << 36),
                        backup.begun());
            }
        });
        Expenses expenses = scene.drift(NOW);
        assertThat(expenses.policies()).containsKeys("shop", "guest", "media");
        expenses.policies().values().forEach(drift -> CostWalkTest.assertAddsUp(drift.parts()));
    }

    private static CostDrift shop(CostScene scene) {
        @Nullable CostDrift drift = scene.drift(NOW).policies().get("shop");
        assertThat(drift).isNotNull();
        return java.util.Objects.requireNonNull(drift);
    }
}
