package dev.ballast.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OnTheHourProperties {

    @Property(tries = 300)
    void aTwinHasTheSameIntervals(@ForAll("crons") String cron, @ForAll CronDialect dialect) {
        String text = dialect.readsZones() ? cron : cron.substring(cron.indexOf(' ') + 1);
        CronSchedule schedule = CronScheduleTest.parse(text, dialect);
        CronSchedule twin = schedule.withSameIntervals();
        assertThat(twin.longestInterval()).isEqualTo(schedule.longestInterval());
        assertThat(twin.shortestInterval()).isEqualTo(schedule.shortestInterval());
        assertThat(twin.longestStretch(5)).isEqualTo(schedule.longestStretch(5));
    }

    @Property(tries = 100)
    void cronsThatDifferInASoundMinuteShareATwin(
            @ForAll("minutes") int one, @ForAll("minutes") int other, @ForAll CronDialect dialect) {
        assertThat(twin("%d 4,16 * * 1-5", one, dialect)).isEqualTo(twin("%d 4,16 * * 1-5", other, dialect));
    }

    private static CronSchedule twin(String cron, int minute, CronDialect dialect) {
        String zone = dialect.readsZones() ? "CRON_TZ=Europe/Berlin " : "";
        return CronScheduleTest.parse(zone + cron.formatted(minute), dialect).withSameIntervals();
    }

    @Provide
    Arbitrary<Integer> minutes() {
        return Arbitraries.integers().between(0, 59);
    }

    @Provide
    Arbitrary<String> crons() {
        Arbitrary<String> usual = Arbitraries.of(
                "UTC",
                "Europe/Berlin",
                "America/New_York",
                "Asia/Beirut",
                "Australia/Lord_Howe",
                "Antarctica/Troll",
                "Asia/Kolkata");
        Arbitrary<String> zone = Arbitraries.oneOf(usual, Arbitraries.of(ZoneId.getAvailableZoneIds()))
                .filter(name -> !name.startsWith("SystemV"));
        Arbitrary<String> hour = Arbitraries.of("0", "2", "3", "*", "1-3", "*/2", "*/6", "23", "8,20");
        Arbitrary<String> day = Arbitraries.of("*", "*", "*", "1", "31", "*/2", "29");
        Arbitrary<String> month = Arbitraries.of("*", "*", "3", "2,10");
        Arbitrary<String> weekday = Arbitraries.of("*", "*", "0", "1-5");
        return Combinators.combine(zone, minutes(), hour, day, month, weekday)
                .as((z, m, h, d, mo, w) -> "CRON_TZ=" + z + " " + String.join(" ", m.toString(), h, d, mo, w));
    }
}
