package dev.ballast.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.plan.BackupPlan;
import dev.ballast.policy.Keep;
import dev.ballast.policy.PolicyTest.Failure;
import dev.ballast.policy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a tier counts as full, and what is said from then on. */
class SteadyStateTest {
    private static final BackupPlan DAILY = Plans.of("keep: {daily: 7}");
    private static final Instant FROM = Instant.parse("2027-01-10T12:00:00Z");
    private static final Instant LATEST = Instant.parse("2027-01-10T02:00:00Z");

    @Test
    void backupsThatHaveExpiredFillNothing() {
        Forecast forecast = daily(List.of(existing(40, Duration.ofDays(7))));
        assertThat(forecast.restorePoints().steadyFrom()).isEqualTo("2027-01-17T02:00:00Z");
        assertThat(forecast.restorePoints().minimum()).isEqualTo(7);
        assertThat(forecast.lookback().guaranteed()).isEqualTo(Duration.ofDays(6));
    }

    @Test
    void anUnbrokenRowOfBackupsIsFullAtOnce() {
        Forecast forecast = daily(week(-1));
        assertThat(forecast.restorePoints().steadyFrom()).isEqualTo(FROM);
        assertThat(forecast.restorePoints().minimum()).isEqualTo(7);
    }

    @Test
    void aRowWithAHoleIsFullWhenTheHoleHasGrownTooOld() {
        Forecast forecast = daily(week(3));
        assertThat(forecast.restorePoints().steadyFrom()).isEqualTo("2027-01-14T02:00:00Z");
        assertThat(forecast.restorePoints().minimum()).isEqualTo(7);
    }

    @Test
    void whatAnEarlierPolicyKeptForeverIsNotWaitedFor() {
        Forecast forecast = daily(List.of(
                new ExistingBackup("b", "shop", Tier.YEARLY, LATEST, LATEST.plus(Keep.Forever.DURATION), true)));
        assertThat(forecast.restorePoints().steadyFrom()).isEqualTo("2027-01-17T02:00:00Z");
        assertThat(forecast.until()).isBefore("2029-01-01T00:00:00Z");
    }

    @Test
    void theStretchAfterTheLastBackupCounts() {
        Instant from = Instant.parse("2036-07-15T23:09:56Z");
        var down = new Outage(
                Instant.parse("2037-08-14T23:17:07Z"), Instant.parse("2037-10-03T02:00:00Z"), Failure.STORE_DOWN);
        Forecast forecast = Forecaster.forecast(
                Plans.of("keep: {monthly: 62d}", "schedule: {monthly: \"1 02:00\"}"),
                Scenario.from(from).with(List.of(down)));
        // Good on 1 August, refused on 1 September and 1 October, where the simulation ends.
        assertThat(forecast.until()).isEqualTo("2037-10-01T02:00:00Z");
        assertThat(forecast.worstGap(Duration.ZERO)).contains(Duration.ofDays(61));
    }

    private static Forecast daily(List<ExistingBackup> existing) {
        return Forecaster.forecast(DAILY, Scenario.from(FROM).withExisting(existing));
    }

    /** The last seven days, but for one. */
    private static List<ExistingBackup> week(int missing) {
        return IntStream.range(0, 7)
                .filter(days -> days != missing)
                .mapToObj(days -> existing(days, Duration.ofDays(7)))
                .toList();
    }

    private static ExistingBackup existing(int daysAgo, Duration life) {
        Instant start = LATEST.minus(Duration.ofDays(daysAgo));
        return new ExistingBackup("b" + daysAgo, "shop", Tier.DAILY, start, start.plus(life), true);
    }
}
