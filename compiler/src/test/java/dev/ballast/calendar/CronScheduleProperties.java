package dev.ballast.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.PrimitiveIterator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CronScheduleProperties {

    @Property
    void theNextRunIsStrictlyLaterAndOnAFullMinute(
            @ForAll("crons") String cron, @ForAll("instants") Instant after, @ForAll CronDialect dialect) {
        CronSchedule schedule = CronScheduleTest.parse(zoned(cron, dialect), dialect);
        assertThat(schedule.runs(after).limit(1)).allSatisfy(run -> {
            assertThat(run).isAfter(after);
            assertThat(run.getEpochSecond() % 60).isZero();
        });
    }

    @Property(tries = 300)
    void runsAscendAndAreTheChainOfNextRuns(
            @ForAll("crons") String cron, @ForAll("instants") Instant after, @ForAll CronDialect dialect) {
        CronSchedule schedule = CronScheduleTest.parse(zoned(cron, dialect), dialect);
        List<Instant> runs = schedule.runs(after).limit(30).toList();
        assertThat(runs).isSorted().doesNotHaveDuplicates();
        Instant previous = after;
        for (Instant run : runs) {
            assertThat(schedule.next(previous)).contains(run);
            previous = run;
        }
    }

    @Property
    void aScheduleInForceIsDueAsIfItsRunsHadBeenCountedFromItsBeginning(
            @ForAll("crons") String cron,
            @ForAll("ages") Duration age,
            @ForAll("days") Duration into,
            @ForAll CronDialect dialect) {
        CronSchedule schedule = CronScheduleTest.parse(zoned(cron, dialect), dialect);
        Instant after = change(schedule.zone()).plus(into);
        Instant since = after.minus(age);
        PrimitiveIterator.OfLong runs = schedule.epochSeconds(since, after);
        schedule.runs(since)
                .filter(run -> run.isAfter(after))
                .limit(5)
                .forEach(run -> assertThat(runs.nextLong()).isEqualTo(run.getEpochSecond()));
    }

    /** When the clock of a zone changes first in a year, or any time where it does not. */
    private static Instant change(ZoneId zone) {
        Instant year = Instant.parse("2027-01-01T00:00:00Z");
        ZoneOffsetTransition change = zone.getRules().nextTransition(year);
        return change == null ? year : change.getInstant();
    }

    @Provide
    Arbitrary<Duration> ages() {
        return Arbitraries.longs().between(1, Duration.ofDays(60).toSeconds()).map(Duration::ofSeconds);
    }

    @Provide
    Arbitrary<Duration> days() {
        Arbitrary<Long> near = Arbitraries.longs().between(-7_200, 7_200);
        Arbitrary<Long> far = Arbitraries.longs().between(-300_000, 300_000);
        return Arbitraries.oneOf(near, far).map(Duration::ofSeconds);
    }

    @Property
    void anyTextIsReadWithoutAnException(@ForAll("texts") String text, @ForAll CronDialect dialect) {
        CronReading reading = CronSchedule.parse(text, dialect);
        if (reading instanceof CronReading.Refused refused) {
            assertThat(refused.offset()).isBetween(0, text.length());
            assertThat(refused.offset() + refused.length()).isBetween(0, text.length());
            assertThat(refused.message()).isNotEmpty().doesNotEndWith(".");
        } else {
            assertThat(reading).isInstanceOf(CronReading.Parsed.class);
        }
    }

    private static String zoned(String cron, CronDialect dialect) {
        return dialect.readsZones() ? cron : cron.substring(cron.indexOf(' ') + 1);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(1_577_836_800L, 2_524_608_000L).map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<String> crons() {
        Arbitrary<String> zone = Arbitraries.of(
                "UTC", "Europe/Berlin", "Australia/Lord_Howe", "Antarctica/Troll", "Africa/Cairo", "America/Santiago");
        Arbitrary<String> minute = Arbitraries.of("0", "30", "*/15", "7,59", "*");
        Arbitrary<String> hour = Arbitraries.of("0", "2", "*", "1-3", "*/2", "23");
        Arbitrary<String> day = Arbitraries.of("*", "1", "31", "1-7", "*/2", "29");
        Arbitrary<String> month = Arbitraries.of("*", "3", "2,10", "*/5", "apr-nov");
        Arbitrary<String> weekday = Arbitraries.of("*", "0", "fri", "1-5", "*/2");
        return Combinators.combine(zone, minute, hour, day, month, weekday)
                .as((z, m, h, d, mo, w) -> "CRON_TZ=" + z + " " + String.join(" ", m, h, d, mo, w));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> piece = Arbitraries.of(
                "*",
                "/",
                "-",
                ",",
                "?",
                " ",
                "0",
                "5",
                "7",
                "60",
                "mon",
                "jan",
                "@every ",
                "@daily",
                "1h",
                "TZ=",
                "CRON_TZ=",
                "UTC",
                "\"",
                "\u0130",
                "\ud83d\ude00",
                "\t",
                "99999999999999999999");
        return piece.list().ofMaxSize(14).map(pieces -> String.join("", pieces));
    }
}
