package dev.ballast.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.calendar.CronDialect;
import dev.ballast.calendar.CronReading;
import dev.ballast.calendar.CronSchedule;
import dev.ballast.guard.Extension;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.policy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules of Velero 1.18, each as its sources or a running one show it. */
class SimulatedVeleroTest {
    private static final String START = "2027-01-01T00:00:00Z";
    private static final Phases PHASES = new Phases(23, 40, 17 * 60, 5);

    private final SimulatedBucket bucket = new SimulatedBucket();
    private Outcome outcome = Outcome.good(600);
    private final SimulatedVelero velero =
            new SimulatedVelero("prod", bucket, PHASES, (schedule, start) -> outcome, seconds(START));
    private final SimulatedSchedule daily = schedule("daily", "0 2 * * *", Duration.ofDays(2));

    @Test
    void aRunStartsAtTheFirstTickOfTheLoopAndExpiresItsTtlAfterThat() {
        until("2027-01-01T02:00:23Z");
        assertThat(told()).containsExactly("daily-20270101020023 InProgress until 2027-01-03T02:00:23Z");
        until("2027-01-01T02:10:23Z");
        assertThat(told()).containsExactly("daily-20270101020023 Completed until 2027-01-03T02:00:23Z");
    }

    @Test
    void anExpiredBackupIsCollectedAtTheNextHourlyLook() {
        until("2027-01-10T00:00:00Z");
        assertThat(velero.removals().get(0)).hasToString("2027-01-03T02:17:00Z daily-20270101020023 COLLECTED");
        assertThat(told()).hasSize(2);
    }

    @Test
    void anyNumberOfMissedRunsIsOneBackup() {
        velero.stop();
        until("2027-01-04T12:00:00Z");
        velero.start();
        until("2027-01-04T13:00:00Z");
        assertThat(told()).containsExactly("daily-20270104120023 Completed until 2027-01-06T12:00:23Z");
    }

    @Test
    void whatRanWhenTheServerEndedHasFailedAndWhatExpiredMeanwhileIsCollectedAtOnce() {
        until("2027-01-01T03:00:00Z");
        until("2027-01-02T02:05:00Z");
        velero.stop();
        until("2027-01-03T12:00:00Z");
        velero.start();
        assertThat(told()).containsExactly("daily-20270102020023 Failed until 2027-01-04T02:00:23Z");
        assertThat(velero.removals()).extracting(Removal::at).containsExactly(seconds("2027-01-03T12:00:00Z"));
    }

    @Test
    void aScheduleWaitsForItsOwnRunningBackup() {
        outcome = Outcome.good(30 * 3600);
        until("2027-01-02T08:00:22Z");
        assertThat(told()).containsExactly("daily-20270101020023 InProgress until 2027-01-03T02:00:23Z");
        until("2027-01-02T08:00:23Z");
        assertThat(told().get(1)).startsWith("daily-20270102080023 InProgress");
    }

    @Test
    void whatIsQueuedDoesNotKeepAScheduleFromMakingAnother() {
        schedule("other", "0 1 * * *", Duration.ofDays(9));
        outcome = Outcome.good(30 * 3600);
        until("2027-01-02T03:00:00Z");
        assertThat(told())
                .containsExactly(
                        "other-20270101010023 InProgress until 2027-01-10T01:00:23Z",
                        "daily-20270101020023 Queued until -",
                        "daily-20270102020023 Queued until -");
    }

    @Test
    void theSecondOfOneMinuteWaitsForTheNextLookAtTheQueue() {
        schedule("other", "0 2 * * *", Duration.ofDays(9));
        until("2027-01-01T03:00:00Z");
        assertThat(velero.backups())
                .extracting(ObservedBackup::begun)
                .containsExactly(Instant.parse("2027-01-01T02:00:23Z"), Instant.parse("2027-01-01T02:10:40Z"));
    }

    @Test
    void aRunIntoAStoreThatIsNotThereIsRefusedAndNotRepeated() {
        velero.setAvailable(false);
        until("2027-01-01T02:01:00Z");
        velero.setAvailable(true);
        until("2027-01-01T12:00:00Z");
        assertThat(told()).containsExactly("daily-20270101020023 FailedValidation until 2027-01-03T02:00:23Z");
        assertThat(bucket.stored()).isEmpty();
    }

    @Test
    void nothingIsCollectedFromAReadOnlyStore() {
        until("2027-01-02T12:00:00Z");
        velero.setReadOnly(true);
        until("2027-01-05T00:00:00Z");
        assertThat(velero.removals()).isEmpty();
        assertThat(velero.backups().get(0).gcFailure()).isEqualTo("BSLReadOnly");
        velero.setReadOnly(false);
        until("2027-01-05T00:17:00Z");
        assertThat(velero.removals()).hasSize(2);
    }

    @Test
    void aPausedScheduleLosesEverything() {
        until("2027-01-02T12:00:00Z");
        velero.pause(daily, true);
        until("2027-02-01T00:00:00Z");
        assertThat(told()).isEmpty();
        velero.pause(daily, false);
        until("2027-02-01T00:01:00Z");
        assertThat(told()).as("it is overdue").hasSize(1);
    }

    @Test
    void anIntervalCountsFromTheLastBackup() {
        schedule("every", "@every 6h", Duration.ofDays(9));
        until("2027-01-01T13:00:00Z");
        assertThat(told())
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("daily-20270101020023", "every-20270101060023", "every-20270101120023");
    }

    @Test
    void aMovedDateIsObeyed() {
        until("2027-01-01T12:00:00Z");
        assertThat(extend("prod-0", "2027-01-05T12:00:00Z")).isTrue();
        assertThat(velero.backups().get(0).originallyExpires()).isEqualTo(Instant.parse("2027-01-03T02:00:23Z"));
        until("2027-01-05T12:16:59Z");
        assertThat(told().get(0)).isEqualTo("daily-20270101020023 Completed until 2027-01-05T12:00:00Z");
        until("2027-01-05T12:17:00Z");
        assertThat(told().get(0)).startsWith("daily-20270104");
    }

    @Test
    void aSyncBringsTheOldDateBackUnderAnotherUid() {
        until("2027-01-01T12:00:00Z");
        extend("prod-0", "2027-01-05T12:00:00Z");
        velero.deleteObject("daily-20270101020023");
        assertThat(told()).isEmpty();
        until("2027-01-01T12:00:05Z");
        assertThat(told()).containsExactly("daily-20270101020023 Completed until 2027-01-03T02:00:23Z");
        assertThat(velero.backups().get(0).uid()).isEqualTo("prod-1");
        assertThat(velero.backups().get(0).originallyExpires()).isNull();
        assertThat(extend("prod-0", "2027-01-05T12:00:00Z"))
                .as("for another object")
                .isFalse();
    }

    @Test
    void aSyncThatBringsBackADateThatHasPassedEndsTheBackupAtOnce() {
        until("2027-01-01T12:00:00Z");
        extend("prod-0", "2027-01-09T12:00:00Z");
        until("2027-01-04T12:00:00Z");
        velero.deleteObject("daily-20270101020023");
        until("2027-01-04T12:00:05Z");
        assertThat(velero.removals().get(velero.removals().size() - 1))
                .hasToString("2027-01-04T12:00:05Z daily-20270101020023 COLLECTED");
        assertThat(bucket.has("daily-20270101020023")).isFalse();
    }

    @Test
    void aSecondClusterCollectsByTheDateInTheBucket() {
        var second = new SimulatedVelero("dr", bucket, PHASES, (schedule, start) -> outcome, seconds(START));
        until("2027-01-01T12:00:00Z");
        extend("prod-0", "2027-01-09T12:00:00Z");
        second.runUntil(seconds("2027-01-03T12:00:00Z"));
        assertThat(second.removals()).extracting(Removal::cause).containsExactly(Removal.Cause.COLLECTED);
        until("2027-01-01T12:01:00Z");
        assertThat(velero.removals()).extracting(Removal::cause).containsExactly(Removal.Cause.ORPHANED);
    }

    @Test
    void aDeletionIsRefusedWhileABackupRunsAndInAReadOnlyStore() {
        until("2027-01-01T02:05:00Z");
        assertThat(velero.requestDeletion("daily-20270101020023")).isFalse();
        until("2027-01-01T02:15:00Z");
        velero.setReadOnly(true);
        assertThat(velero.requestDeletion("daily-20270101020023")).isFalse();
        velero.setReadOnly(false);
        assertThat(velero.requestDeletion("daily-20270101020023")).isTrue();
        until("2027-01-01T12:00:00Z");
        assertThat(told()).isEmpty();
    }

    private SimulatedSchedule schedule(String name, String cron, Duration ttl) {
        var calendar = ((CronReading.Parsed) CronSchedule.parse(cron, CronDialect.GO_CRON)).schedule();
        return velero.schedule(name, "shop", Tier.DAILY, calendar, ttl);
    }

    private boolean extend(String uid, String to) {
        ObservedBackup backup = velero.backups().get(0);
        Instant from = Instant.parse("2027-01-03T02:00:23Z");
        var extension = new Extension(backup.name(), uid, from, from, Instant.parse(to), "a test");
        return velero.patch(backup.name(), extension.patch());
    }

    private void until(String time) {
        velero.runUntil(seconds(time));
    }

    private List<String> told() {
        return velero.backups().stream()
                .map(backup -> "%s %s until %s"
                        .formatted(
                                backup.name(),
                                backup.phase().word(),
                                backup.expires() == null ? "-" : backup.expires()))
                .toList();
    }

    private static long seconds(String time) {
        return Instant.parse(time).getEpochSecond();
    }
}
