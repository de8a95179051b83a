package dev.ballast.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.observed.BackupPhase;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.observed.ObservedSchedule;
import dev.ballast.observed.PolicyView;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TierLivesTest {
    private static final BackupPlan PLAN = ShopPlan.of("keep: {daily: 7}");
    private static final TierPlan TIER = PLAN.tiers().get(0);
    private static final Instant AT = Instant.parse("2026-11-21T09:00:00Z");
    private static final String CREATED = "2026-10-01T00:00:00Z";

    @Test
    void aTierBeginsWithItsSchedule() {
        assertThat(life(schedule(false, CREATED), List.of())).isEqualTo(new TierLife(Instant.parse(CREATED), null));
    }

    @Test
    void aTierWithoutAScheduleBeginsNow() {
        assertThat(life(null, List.of())).isEqualTo(new TierLife(AT, null));
    }

    @Test
    void aRecordedLifeHoldsThoughItsScheduleWasDeleted() {
        var recorded = new TierLife(Instant.parse(CREATED), null);
        assertThat(life(null, List.of(), recorded)).isEqualTo(recorded);
    }

    @Test
    void aRecordedLifeHoldsThoughItsScheduleWasCreatedAgain() {
        var recorded = new TierLife(Instant.parse(CREATED), null);
        assertThat(life(schedule(false, "2026-11-20T00:00:00Z"), List.of(), recorded))
                .isEqualTo(recorded);
    }

    @Test
    void aPauseBeganWhenItWasWritten() {
        ObservedSchedule paused = schedule(true, CREATED, entry("f:paused", "2026-11-18T12:00:00Z"));
        assertThat(life(paused, List.of()).pausedSince()).isEqualTo("2026-11-18T12:00:00Z");
    }

    @Test
    void aPauseOfWhichNothingIsKnownBeginsNow() {
        assertThat(life(schedule(true, CREATED), List.of()).pausedSince()).isEqualTo(AT);
    }

    @Test
    void aRecordedPauseHolds() {
        var recorded = new TierLife(Instant.parse(CREATED), Instant.parse("2026-11-10T00:00:00Z"));
        ObservedSchedule paused = schedule(true, CREATED, entry("f:paused", "2026-11-18T12:00:00Z"));
        assertThat(life(paused, List.of(), recorded)).isEqualTo(recorded);
    }

    @Test
    void anEndedPauseBeginsANewLife() {
        var recorded = new TierLife(Instant.parse(CREATED), Instant.parse("2026-11-10T00:00:00Z"));
        ObservedSchedule resumed = schedule(false, CREATED, entry("f:paused", "2026-11-18T12:00:00Z"));
        assertThat(life(resumed, List.of(), recorded))
                .isEqualTo(new TierLife(Instant.parse("2026-11-18T12:00:00Z"), null));
        assertThat(life(schedule(false, CREATED), List.of(), recorded)).isEqualTo(new TierLife(AT, null));
    }

    @Test
    void aRaisedTtlPromisesNothingThatExpiredUnderTheOneBefore() {
        List<ObservedBackup> backups = List.of(
                backup("2026-11-17T02:00:20Z", Duration.ofDays(5)),
                backup("2026-11-18T02:00:20Z", Duration.ofDays(5)),
                backup("2026-11-19T02:00:20Z", Duration.ofDays(7)));
        assertThat(life(schedule(false, CREATED), backups).since()).isEqualTo("2026-11-19T02:00:19Z");
        assertThat(life(schedule(false, CREATED), backups.subList(0, 2)).since())
                .isEqualTo("2026-11-18T02:00:20Z");
    }

    @Test
    void aRaisedTtlIsKnownByItsWriterWhereAllOlderBackupsHaveExpired() {
        ObservedSchedule raised = schedule(false, CREATED, entry("f:schedule", "2026-11-18T12:00:00Z"));
        assertThat(life(raised, List.of()).since()).isEqualTo("2026-11-18T12:00:00Z");
    }

    @Test
    void anAdoptedScheduleIsBelievedAsFarAsItsBackupsGo() {
        ObservedSchedule adopted = schedule(false, CREATED, entry("f:schedule", "2026-11-21T08:59:00Z"));
        List<ObservedBackup> backups = Stream.of("2026-11-15", "2026-11-16", "2026-11-17")
                .map(day -> backup(day + "T02:00:20Z", Duration.ofDays(7)))
                .toList();
        assertThat(life(adopted, backups).since()).isEqualTo("2026-11-15T02:00:19Z");
    }

    @Test
    void aLifeThatWasExtendedIsNoOtherTtl() {
        List<ObservedBackup> backups = List.of(
                backup("2026-11-15T02:00:20Z", Duration.ofDays(20)),
                backup("2026-11-16T02:00:20Z", Duration.ofDays(7)));
        assertThat(life(schedule(false, CREATED), backups).since()).isEqualTo(CREATED);
    }

    private static TierLife life(@Nullable ObservedSchedule schedule, List<ObservedBackup> backups) {
        return life(schedule, backups, null);
    }

    private static TierLife life(
            @Nullable ObservedSchedule schedule, List<ObservedBackup> backups, @Nullable TierLife recorded) {
        var view = new PolicyView(schedule == null ? List.of() : List.of(schedule), backups, Map.of(), Map.of());
        Map<Tier, TierLife> known = recorded == null ? Map.of() : Map.of(Tier.DAILY, recorded);
        Map<Tier, TierLife> lives = TierLives.of(PLAN, History.CLUSTER, view, known, AT);
        assertThat(lives).containsOnlyKeys(Tier.DAILY);
        return new ArrayList<>(lives.values()).get(0);
    }

    private static String entry(String field, String time) {
        return "{\"time\": \"%s\", \"fieldsV1\": {\"f:spec\": {\"%s\": {}}}}".formatted(time, field);
    }

    private static ObservedSchedule schedule(boolean paused, String created, String... entries) {
        return new ObservedSchedule(
                TIER.name(),
                Instant.parse(created),
                "shop",
                Tier.DAILY,
                TIER.cron(),
                paused,
                "Enabled",
                null,
                List.of(),
                History.live("{\"metadata\": {\"managedFields\": [%s]}}".formatted(String.join(",", entries))));
    }

    private static ObservedBackup backup(String begun, Duration life) {
        Instant start = Instant.parse(begun);
        return new ObservedBackup(
                "b" + begun,
                "",
                "shop",
                Tier.DAILY,
                History.CLUSTER,
                TIER.name(),
                "primary",
                BackupPhase.COMPLETED,
                start,
                start,
                start,
                start.plus(life),
                List.of(),
                null,
                null);
    }
}
