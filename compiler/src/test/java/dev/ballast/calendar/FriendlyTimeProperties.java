package dev.ballast.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.policy.Tier;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FriendlyTimeProperties {
    private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2029-01-01T00:00:00Z");
    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Berlin",
            "America/New_York",
            "America/Sao_Paulo",
            "Australia/Lord_Howe",
            "Antarctica/Troll",
            "Africa/Casablanca");

    @Property(tries = 300)
    void friendlyTimesMeanTheSameToAllLibraries(@ForAll("times") FriendlyTime time) {
        for (CronDialect other : List.of(CronDialect.ROBFIG_V3, CronDialect.GO_CRON)) {
            assertThat(CronComparison.between(time.cron(), CronDialect.ROBFIG_V1, other, FROM, UNTIL))
                    .isEqualTo(new CronComparison.Same());
        }
    }

    @Property(tries = 100)
    void defaultsMeanTheSameInTheirZoneEvenWithJitter(
            @ForAll("zones") String zone, @ForAll @IntRange(max = 240) int jitter) {
        for (Tier tier : List.of(Tier.DAILY, Tier.WEEKLY, Tier.MONTHLY, Tier.YEARLY)) {
            String cron = DstDefaults.of(tier, ZoneId.of(zone))
                    .later(jitter, ZoneId.of(zone))
                    .cron(ZoneId.of(zone));
            assertThat(CronComparison.between(cron, CronDialect.ROBFIG_V3, CronDialect.GO_CRON, FROM, UNTIL))
                    .as(cron)
                    .isEqualTo(new CronComparison.Same());
        }
    }

    @Property
    void theTextOfATimeIsReadBackAsItself(@ForAll("times") FriendlyTime time) {
        CronReading reading = CronSchedule.parse(time.cron(), CronDialect.GO_CRON);
        CronFields fields = ((CronReading.Parsed) reading).schedule().fields().orElseThrow();
        assertThat(fields.minutes().values()).containsExactly(time.minute());
        assertThat(fields.hours().values()).isEqualTo(time.hours());
        assertThat(fields.daysOfWeek().isEvery()).isEqualTo(time.weekdays().isEmpty());
    }

    @Property
    void jitterNeverLeavesTheDay(@ForAll("times") FriendlyTime time, @ForAll @IntRange(max = 3000) int minutes) {
        FriendlyTime later = time.later(minutes);
        assertThat(later.weekdays()).isEqualTo(time.weekdays());
        assertThat(later.day()).isEqualTo(time.day());
        assertThat(later.hours()).hasSameSizeAs(time.hours());
        for (int i = 0; i < time.hours().size(); i++) {
            int earliest = time.hours().size() == 24 ? 0 : time.hours().get(i) * 60 + time.minute();
            assertThat(later.hours().get(i) * 60 + later.minute()).isBetween(earliest, 24 * 60 - 1);
        }
    }

    @Property
    void everyHourMovesByTheWholeOffset(
            @ForAll @IntRange(max = 59) int minute, @ForAll @IntRange(max = 3000) int minutes) {
        FriendlyTime later = FriendlyTime.hourly(1, minute).later(minutes);
        assertThat(later.minute()).isEqualTo((minute + minutes) % 60);
        assertThat(later.hours()).hasSize(24);
    }

    @Property
    void jitterNeverMovesASoundTimeIntoAChangeOfTheClock(
            @ForAll("times") FriendlyTime time,
            @ForAll("zones") String zone,
            @ForAll @IntRange(max = 600) int minutes) {
        DstTimes dst = DstTimes.of(ZoneId.of(zone));
        boolean sound = time.hours().stream().noneMatch(hour -> dst.isDisturbed(hour * 60 + time.minute()));
        FriendlyTime later = time.later(minutes, ZoneId.of(zone));
        boolean stillSound = later.hours().stream().noneMatch(hour -> dst.isDisturbed(hour * 60 + later.minute()));
        assertThat(!sound || stillSound).isTrue();
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(ZONES);
    }

    @Provide
    Arbitrary<FriendlyTime> times() {
        Arbitrary<Integer> minute = Arbitraries.integers().between(0, 59);
        Arbitrary<Integer> hour = Arbitraries.integers().between(0, 23);
        Arbitrary<List<Integer>> hours = hour.list().ofMinSize(1).ofMaxSize(5);
        Arbitrary<List<DayOfWeek>> days =
                Arbitraries.of(Arrays.asList(DayOfWeek.values())).list().ofMaxSize(7);
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of(1, 2, 3, 4, 6, 8, 12, 24), minute)
                        .as(FriendlyTime::hourly),
                Combinators.combine(days, hours, minute).as(FriendlyTime::daily),
                Combinators.combine(days.filter(list -> !list.isEmpty()), hour, minute)
                        .as(FriendlyTime::weekly),
                Combinators.combine(Arbitraries.integers().between(1, 31), hour, minute)
                        .as(FriendlyTime::monthly),
                Combinators.combine(
                                Arbitraries.integers().between(1, 12),
                                Arbitraries.integers().between(1, 29),
                                hour,
                                minute)
                        .as(FriendlyTime::yearly));
    }
}
