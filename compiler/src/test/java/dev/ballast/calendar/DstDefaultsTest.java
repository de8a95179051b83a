package dev.ballast.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.policy.Tier;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DstDefaultsTest {

    @ParameterizedTest
    @CsvSource({
        "UTC, 2",
        "Asia/Kolkata, 2",
        "America/Sao_Paulo, 2",
        "Europe/Berlin, 3",
        "America/New_York, 3",
        "Australia/Lord_Howe, 3",
        "Antarctica/Troll, 3",
        "Europe/London, 2",
        "Pacific/Chatham, 4",
    })
    void defaultsAreFourSoundHours(ZoneId zone, int first) {
        List<String> crons = Arrays.stream(Tier.values())
                .map(tier -> DstDefaults.of(tier, zone).cron())
                .toList();
        assertThat(crons)
                .containsExactly(
                        "30 * * * *",
                        "0 " + first + " * * *",
                        "0 " + (first + 1) + " * * 0",
                        "0 " + (first + 2) + " 1 * *",
                        "0 " + (first + 3) + " 1 1 *");
    }

    @Test
    void defaultsAreOncePerPeriod() {
        assertThat(Tier.values())
                .allMatch(
                        tier -> DstDefaults.of(tier, ZoneId.of("Europe/Berlin")).isOncePerPeriod());
    }

    @ParameterizedTest
    @CsvSource({"Europe/Berlin, PT25H", "Australia/Lord_Howe, PT48H30M"})
    void aRunThatTheLibrariesLoseShowsInTheLongestInterval(ZoneId zone, Duration longest) {
        String daily = DstDefaults.of(Tier.DAILY, zone).cron(zone);
        assertThat(parsed(daily).longestInterval()).contains(longest);
    }

    @Test
    void aGapAndARepeatAreShownWithTheirFirstDate() {
        DstTimes berlin = DstTimes.of(ZoneId.of("Europe/Berlin"));
        assertThat(berlin.hits(LocalTime.of(2, 30)))
                .containsExactly(
                        new DstTimes.Hit(DstTimes.Kind.GAP, LocalDateTime.parse("2024-03-31T02:30")),
                        new DstTimes.Hit(DstTimes.Kind.REPEAT, LocalDateTime.parse("2024-10-27T02:30")));
        assertThat(berlin.hits(LocalTime.of(3, 0))).isEmpty();
        assertThat(DstTimes.of(ZoneId.of("UTC")).hits(LocalTime.of(2, 30))).isEmpty();
    }

    @Test
    void newYorkRepeatsAnotherHourThanItSkips() {
        DstTimes newYork = DstTimes.of(ZoneId.of("America/New_York"));
        assertThat(newYork.hits(LocalTime.of(2, 0)))
                .extracting(DstTimes.Hit::kind)
                .containsExactly(DstTimes.Kind.GAP);
        assertThat(newYork.hits(LocalTime.of(1, 0)))
                .containsExactly(new DstTimes.Hit(DstTimes.Kind.REPEAT, LocalDateTime.parse("2024-11-03T01:00")));
    }

    @Test
    void aCronIsHitOnlyOnItsOwnDays() {
        DstTimes berlin = DstTimes.of(ZoneId.of("Europe/Berlin"));
        assertThat(berlin.hits(parsed("CRON_TZ=Europe/Berlin 30 2 * * 1-5"))).isEmpty();
        assertThat(berlin.hits(parsed("CRON_TZ=Europe/Berlin 30 2 * 3 *")))
                .containsExactly(new DstTimes.Hit(DstTimes.Kind.GAP, LocalDateTime.parse("2024-03-31T02:30")));
        assertThat(berlin.hits(parsed("@every 1h"))).isEmpty();
    }

    static CronSchedule parsed(String cron) {
        return ((CronReading.Parsed) CronSchedule.parse(cron, CronDialect.ROBFIG_V3)).schedule();
    }
}
