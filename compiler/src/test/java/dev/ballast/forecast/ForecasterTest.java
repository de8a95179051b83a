package dev.ballast.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.policy.PolicyTest.Failure;
import dev.ballast.policy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ForecasterTest {
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final String TEXTBOOK = "keep: {daily: 7, weekly: 4, monthly: 12}";

    @Test
    void theTextbookSchemeKeeps23() {
        Forecast forecast = forecast(TEXTBOOK);

        assertThat(forecast.restorePoints())
                .isEqualTo(new RestorePoints(
                        23,
                        23,
                        24,
                        26,
                        Instant.parse("2026-12-01T04:00:00Z"),
                        Map.of(Tier.DAILY, 7, Tier.WEEKLY, 4, Tier.MONTHLY, 12)));
        // The oldest monthly backup expires when the next one is eleven months old at least: 365 days less a month of
        // 31.
        assertThat(forecast.lookback()).isEqualTo(new Lookback(Duration.ofDays(334), false));
        assertThat(forecast.rpo()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void pointsGrowAsTheTiersFill() {
        Forecast forecast = forecast(TEXTBOOK);

        // A real Velero 1.18.3, run through a year that also began on the first of January, counted the same.
        assertThat(forecast.points(Instant.parse("2026-01-01T01:59:59Z"))).isZero();
        assertThat(forecast.points(Instant.parse("2026-01-01T02:00:00Z"))).isEqualTo(1);
        assertThat(forecast.points(Tier.DAILY, Instant.parse("2026-01-07T02:00:00Z")))
                .isEqualTo(7);
        assertThat(forecast.points(Instant.parse("2026-12-01T03:59:59Z"))).isEqualTo(22);
        assertThat(forecast.points(Instant.parse("2026-12-01T04:00:00Z"))).isEqualTo(23);
    }

    @Test
    void aLeapDayCostsAMonthlyBackupADay() {
        Forecast forecast = Forecaster.forecast(
                Plans.of("keep: {monthly: 12}"), Scenario.from(Instant.parse("2027-01-15T00:00:00Z")));

        // 2028 has a leap day: the backup of 1 February 2028 expires on 31 January 2029, a day before the next one is
        // made.
        assertThat(forecast.restorePoints().minimum()).isEqualTo(11);
        assertThat(forecast.points(Instant.parse("2028-02-29T04:00:00Z"))).isEqualTo(11);
        assertThat(forecast.points(Instant.parse("2028-03-01T04:00:00Z"))).isEqualTo(12);
    }

    @Test
    void worstGapsGrowWithAge() {
        Forecast forecast = forecast(TEXTBOOK);

        assertThat(Stream.of(1, 6, 7, 20, 60, 300)
                        .map(days -> forecast.worstGap(Duration.ofDays(days))
                                .orElseThrow()
                                .toHours()))
                .containsExactly(24L, 24L, 168L, 168L, 31 * 24L, 31 * 24L);
        assertThat(forecast.worstGap(Duration.ofDays(335))).isEmpty();
    }

    @Test
    void theBoundIsNeverBelowTheMaximum() {
        // Sixty backups expire between two collections.
        RestorePoints everyMinute = forecast("keep: {hourly: 24h}", "schedule: {hourly: '* * * * *'}")
                .restorePoints();
        assertThat(everyMinute.atRest()).isEqualTo(1440);
        assertThat(everyMinute.maximum()).isEqualTo(1500);
        assertThat(everyMinute.bound()).isEqualTo(1500);

        RestorePoints growing = forecast("keep: {daily: 7, monthly: forever}").restorePoints();
        assertThat(growing.bound()).isEqualTo(growing.maximum());
    }

    @Test
    void whatIsNeverAtRestIsCountedAfterAYear() {
        assertThat(forecast("keep: {daily: forever}").restorePoints().atRest()).isEqualTo(365);
        assertThat(forecast("keep: {yearly: forever}").restorePoints().tiersAtRest())
                .containsExactlyEntriesOf(Map.of(Tier.YEARLY, 1));
    }

    @Test
    void theNextTwoRunsSayTheIntervalWhereNoMoreAreSimulated() {
        assertThat(forecast("keep: {yearly: forever}").rpo()).isEqualTo(Duration.ofDays(365));
        assertThat(forecast("keep: {yearly: forever}", "schedule: {yearly: '0 0 29 2 *'}")
                        .rpo())
                .isEqualTo(Duration.ofDays(1461));
    }

    @Test
    void failedRunsAreNoRestorePoints() {
        Forecast forecast = Forecaster.forecast(
                Plans.of("keep: {daily: 7}"), Scenario.from(NEW_YEAR).with(List.of(outage("2026-03-01..2026-03-10"))));

        assertThat(forecast.points(Instant.parse("2026-03-09T12:00:00Z"))).isZero();
        assertThat(forecast.newest(Instant.parse("2026-03-06T02:00:00Z"))).contains(Duration.ofDays(6));
        assertThat(forecast.restorePoints().minimum()).isZero();
        assertThat(forecast.lookback().guaranteed()).isEqualTo(Duration.ZERO);
    }

    @Test
    void aVeleroThatWasDownMakesOneLateBackup() {
        Forecast forecast = Forecaster.forecast(
                Plans.of("keep: {daily: 3}"),
                Scenario.from(NEW_YEAR)
                        .with(List.of(outage("2026-01-04T12:00:00Z..2026-01-08T12:00:00Z:velero-down"))));

        Backups daily = forecast.tiers().get(0).backups();
        assertThat(Stream.of(2, 3, 4, 5)
                        .map(i -> Instant.ofEpochSecond(daily.start(i)).toString()))
                .containsExactly(
                        "2026-01-03T02:00:00Z", "2026-01-04T02:00:00Z", "2026-01-08T12:00:00Z", "2026-01-09T02:00:00Z");
        // Expired on 6 January while nobody collected.
        assertThat(Instant.ofEpochSecond(daily.collected(2))).isEqualTo("2026-01-08T13:00:00Z");
        assertThat(forecast.points(Instant.parse("2026-01-07T02:00:00Z"))).isZero();
    }

    @Test
    void aStoreThatIsDownRefusesRunsAndKeepsWhatExpired() {
        Forecast forecast = Forecaster.forecast(
                Plans.of("keep: {daily: 3}"),
                Scenario.from(NEW_YEAR).with(List.of(outage("2026-01-04..2026-01-08:store-down"))));

        Backups daily = forecast.tiers().get(0).backups();
        assertThat(daily.good(3)).isFalse();
        assertThat(Instant.ofEpochSecond(daily.start(3))).isEqualTo("2026-01-04T02:00:00Z");
        assertThat(Instant.ofEpochSecond(daily.collected(2))).isEqualTo("2026-01-08T01:00:00Z");
    }

    @Test
    void aDowntimeWithinAPeriodMayHideTheOneLookInIt() {
        Forecast forecast = Forecaster.forecast(
                Plans.of("keep: {daily: 3}"),
                Scenario.from(NEW_YEAR).with(List.of(outage("2026-01-04T02:10:00Z..2026-01-04T02:50:00Z:store-down"))));

        Backups daily = forecast.tiers().get(0).backups();
        // Expired at 02:00; who looks once an hour may look at 02:30 and not before 03:30 again, or at 03:50.
        assertThat(Instant.ofEpochSecond(daily.collected(0))).isEqualTo("2026-01-04T03:50:00Z");
    }

    @Test
    void aShorterTtlLeavesExistingBackupsAlone() {
        List<ExistingBackup> month = Stream.iterate(
                        NEW_YEAR.minus(Duration.ofDays(29)), day -> day.plus(Duration.ofDays(1)))
                .limit(30)
                .map(start -> new ExistingBackup(
                        "shop-daily", "shop", Tier.DAILY, start, start.plus(Duration.ofDays(30)), true))
                .toList();

        Forecast forecast = Forecaster.forecast(
                Plans.of("keep: {daily: 7}"), Scenario.from(NEW_YEAR).withExisting(month));

        assertThat(forecast.points(NEW_YEAR)).isEqualTo(30);
        assertThat(forecast.points(Instant.parse("2026-01-08T02:00:00Z"))).isEqualTo(30);
        assertThat(forecast.points(Instant.parse("2026-01-20T02:00:00Z"))).isEqualTo(18);
        assertThat(forecast.restorePoints().steadyFrom()).isEqualTo("2026-01-31T00:00:00Z");
        assertThat(forecast.restorePoints().atRest()).isEqualTo(7);
    }

    @Test
    void whatIsKeptForeverHasNoSteadyState() {
        Forecast forecast = forecast("keep: {yearly: forever}");

        assertThat(forecast.restorePoints().steadyFrom()).isNull();
        assertThat(forecast.lookback()).isEqualTo(new Lookback(null, true));
    }

    @Test
    void aPausedPolicyMakesNothing() {
        Forecast forecast = forecast(TEXTBOOK, "suspend: true");

        assertThat(forecast.tiers()).isEmpty();
        assertThat(forecast.restorePoints().maximum()).isZero();
    }

    @Test
    void outagesAreRead() {
        assertThat(outage("2026-11-20..2026-11-29"))
                .isEqualTo(new Outage(
                        Instant.parse("2026-11-20T00:00:00Z"),
                        Instant.parse("2026-11-29T00:00:00Z"),
                        Failure.RUNS_FAIL));
        assertThat(outage("2026-11-20T10:00:00Z..2026-11-20T12:30:00Z:store-down")
                        .kind())
                .isEqualTo(Failure.STORE_DOWN);
        assertThat(Stream.of("2026-11-20", "2026-11-29..2026-11-20", "2026-11-20..2026-11-29:broken", "a..b")
                        .flatMap(text -> Outage.parse(text).stream()))
                .isEmpty();
    }

    private static Outage outage(String text) {
        return Outage.parse(text).orElseThrow();
    }

    private static Forecast forecast(String... terms) {
        return Forecaster.forecast(Plans.of(terms), Scenario.from(NEW_YEAR));
    }
}
