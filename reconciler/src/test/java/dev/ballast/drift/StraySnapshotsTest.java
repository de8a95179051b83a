package dev.ballast.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.bucket.BucketLedger;
import dev.ballast.bucket.BucketLedger.Amount;
import dev.ballast.bucket.BucketLedger.Section;
import dev.ballast.bucket.BucketLedger.State;
import dev.ballast.cost.Cause;
import dev.ballast.observed.ObservedSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** VolumeSnapshotContents that were left when their Backup went. */
class StraySnapshotsTest {
    private static final String SINCE = "2025-01-01T00:00:00Z";
    private static final String NOW = "2026-06-17T12:00:00Z";
    private static final String SIZE = "data: 200GiB, objects: 0B, deltas: {1d: 5GiB, 7d: 20GiB, 30d: 40GiB}";
    private static final String GONE = "shop-daily-20260517020000";

    private final CostScene snapshots = scene("snapshot").good(SINCE, NOW);

    private static CostScene scene(String method) {
        return CostScene.of(SINCE, CostScene.policy("shop", "daily: 7", method, SIZE, "schedule: {daily: \"02:00\"}"));
    }

    private static CostDrift drift(CostScene scene) {
        return Objects.requireNonNull(scene.drift(NOW).policies().get("shop"));
    }

    private static CostScene with(CostScene scene, String name, String backup, String created) {
        scene.snapshots.add(new ObservedSnapshot(name, backup, Instant.parse(created)));
        return scene;
    }

    @Test
    void theyCostWhatASnapshotOfThatTimeDoesHoweverManyVolumesItHad() {
        with(snapshots, "snapcontent-1", GONE, "2026-05-17T02:00:10Z");
        with(snapshots, "snapcontent-2", GONE, "2026-05-17T02:00:12Z");
        CostDrift drift = drift(snapshots);
        // The oldest backup is of 11 June, 25 days later: 20 GiB after 7 days and 40 after 30, so 35.65 between. At
        // 0.05.
        assertThat(CostScene.shown(drift)).containsExactly("orphaned 1.78");
        assertThat(drift.evidence())
                .containsExactly(Map.entry(
                        Cause.Kind.ORPHANED, List.of("1 backup gone whose VolumeSnapshotContents are left: " + GONE)));
    }

    @Test
    void whereDataIsMovedTheyAreSnapshotsStill() {
        CostScene moved = scene("snapshot-move").good(SINCE, NOW);
        CostDrift before = drift(moved);
        CostDrift after = drift(with(moved, "snapcontent-1", GONE, "2026-05-17T02:00:10Z"));
        assertThat(after.parts().actual().bytes() - before.parts().actual().bytes())
                .isEqualTo(200 * CostScene.GIB);
        assertThat(CostScene.shown(after)).containsExactly("orphaned 10.00");
    }

    @Test
    void whoseBackupIsThereIsNotLeft() {
        with(snapshots, "snapcontent-1", snapshots.backups.get(0).name(), "2026-06-11T02:00:10Z");
        assertThat(drift(snapshots).evidence()).isEmpty();
    }

    @Test
    void oneIsGivenTwoHoursToGo() {
        String justGone = "shop-daily-20260617100000";
        assertThat(drift(with(snapshots, "snapcontent-1", justGone, "2026-06-17T10:00:01Z"))
                        .evidence())
                .isEmpty();
        assertThat(drift(with(snapshots, "snapcontent-2", justGone, "2026-06-17T10:00:00Z"))
                        .evidence())
                .containsOnlyKeys(Cause.Kind.ORPHANED);
    }

    @Test
    void thoseOfABackupThatNoScheduleMadeAreNobodys() {
        with(snapshots, "snapcontent-1", "before-upgrade", "2026-05-17T02:00:10Z");
        with(snapshots, "snapcontent-2", "wiki-daily-20260517020000", "2026-05-17T02:00:10Z");
        with(snapshots, "snapcontent-3", "shop-daily-20261517020000", "2026-05-17T02:00:10Z");
        assertThat(drift(snapshots).evidence()).isEmpty();
    }

    @Test
    void aFolderInTheBucketCountsThemAlready() {
        var held = new TreeMap<BucketLedger.Key, Amount>();
        held.put(new BucketLedger.Key(Section.BACKUPS, GONE, State.CURRENT), new Amount(8, 1000));
        snapshots.ledger("primary", new BucketLedger(Instant.parse(NOW), held, new TreeMap<>(), true));
        List<String> folder = drift(snapshots).evidence().get(Cause.Kind.ORPHANED);
        assertThat(folder).containsExactly("1 folder in the bucket without a Backup: " + GONE);
        assertThat(drift(with(snapshots, "snapcontent-1", GONE, "2026-05-17T02:00:10Z"))
                        .evidence()
                        .get(Cause.Kind.ORPHANED))
                .isEqualTo(folder);
    }
}
