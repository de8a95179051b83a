package dev.ballast.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronScheduleTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 3 * * 7     | ROBFIG_V3 | 8  | 1 | DAY_OF_WEEK | `7` in day-of-week is above the highest value, 6 (Sunday is 0)",
                "60 3 * * *    | GO_CRON   | 0  | 2 | MINUTE      | `60` in minute is above the highest value, 59",
                "0 3 0 * *     | GO_CRON   | 4  | 1 | DAY_OF_MONTH | `0` in day-of-month is below the lowest value, 1",
                "0 22-2 * * *  | ROBFIG_V1 | 2  | 4 | HOUR        | `22-2` in hour is a range whose end lies before its beginning; expected the lower value first",
                "0 */24 * * *  | GO_CRON   | 2  | 4 | HOUR        | the step 24 in `*/24` is not less than the 24 values of its range, as go-cron v0.15.0 demands",
                "0 3 * * 1,xx  | GO_CRON   | 10 | 2 | DAY_OF_WEEK | found `xx` in day-of-week; expected 0 to 7 or `sun` to `sat`",
                "0 3 * 5- *    | ROBFIG_V3 | 8  | 0 | MONTH       | found nothing in month; expected 1 to 12 or `jan` to `dec`",
                "*/0 3 * * *   | ROBFIG_V3 | 0  | 3 | MINUTE      | `*/0` in minute is a step of 0; expected at least 1",
                "1-2-3 3 * * * | ROBFIG_V3 | 0  | 5 | MINUTE      | `1-2-3` has more than one hyphen; expected a range such as `1-5`",
                "*/2/3 3 * * * | ROBFIG_V3 | 0  | 5 | MINUTE      | `*/2/3` has more than one slash; expected a step such as `*/5`",
                "0 3 * *       | ROBFIG_V3 | 0  | 7 |             | found 4 fields; expected five: minute, hour, day-of-month, month and day-of-week",
                "0 0 3 * * *   | ROBFIG_V3 | 0  | 11 |            | found 6 fields; expected five: minute, hour, day-of-month, month and day-of-week (there is no field for seconds)",
                "TZ=UTC 0 3 * * * | ROBFIG_V1 | 0 | 16 |          | a time zone before the fields is unknown to robfig/cron v1.1.0; expected five fields only",
                "TZ=Mars 0 3 * * * | GO_CRON | 3 | 4 |            | unknown time zone `Mars`; expected a name such as `Europe/Berlin`",
                "@every 1d     | ROBFIG_V3 | 7  | 2 |             | `1d` is not a duration; expected hours, minutes and seconds such as `1h30m`",
                "@every 0s     | GO_CRON   | 7  | 2 |             | `0s` is shorter than a second, the least for `@every`",
            })
    void refusalsSayWhatAndWhere(
            String cron, CronDialect dialect, int offset, int length, CronField field, String message) {
        assertThat(CronSchedule.parse(cron, dialect))
                .isEqualTo(new CronReading.Refused(cron, dialect, message, offset, length, field));
    }

    @Test
    void bothDaysAreOrForTheOldAndAndForTheNewLibrary() {
        String firstMonday = "0 3 1-7 * 1";
        assertThat(parse(firstMonday, CronDialect.ROBFIG_V3).next(START))
                .contains(Instant.parse("2026-03-01T03:00:00Z"));
        assertThat(parse(firstMonday, CronDialect.GO_CRON).next(START)).contains(Instant.parse("2026-03-02T03:00:00Z"));
        CronFields fields = parse(firstMonday, CronDialect.ROBFIG_V3).fields().orElseThrow();
        assertThat(fields.dayFieldsBothRestricted()).isTrue();
        assertThat(fields.oneDayFieldIsEnough()).isTrue();
        assertThat(parse("0 3 * * 1", CronDialect.ROBFIG_V3).dayFieldsBothRestricted())
                .isFalse();
    }

    @Test
    void anImpossibleDateIsNeverDue() {
        CronSchedule never = parse("0 0 31 2 *", CronDialect.GO_CRON);
        assertThat(never.next(START)).isEmpty();
        assertThat(never.runs(START)).isEmpty();
        assertThat(never.longestInterval()).isEmpty();
        assertThat(never.fields().orElseThrow().isImpossible()).isTrue();
        assertThat(parse("0 0 29 2 *", CronDialect.GO_CRON)
                        .fields()
                        .orElseThrow()
                        .isImpossible())
                .isFalse();
        assertThat(parse("@manual", CronDialect.GO_CRON).next(START)).isEmpty();
    }

    @Test
    void springForwardIsSkippedByOneAndMadeUpForByTheOther() {
        String cron = "CRON_TZ=Europe/Berlin 30 2 * * *";
        Instant before = Instant.parse("2027-03-28T00:00:00Z");
        assertThat(parse(cron, CronDialect.ROBFIG_V3).next(before)).contains(Instant.parse("2027-03-29T00:30:00Z"));
        assertThat(parse(cron, CronDialect.GO_CRON).next(before)).contains(Instant.parse("2027-03-28T01:30:00Z"));
        assertThat(parse(cron, CronDialect.GO_CRON).zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @ParameterizedTest
    @CsvSource({
        "0 2 * * *, 7, PT168H",
        "0 3 * * 0, 4, PT672H",
        "0 4 1 * *, 1, PT744H",
        "0 4 1 * *, 12, PT8784H",
        "0 5 1 1 *, 1, PT8784H",
        "0 5 1 1 *, 30, PT262992H",
        "0 2 * * 1-5, 1, PT72H",
        "0 2 * * 1-5, 5, PT168H",
        "0 2 * * 1-5, 6, PT240H",
        "30 */6 * * *, 4, PT24H",
        "0 0 29 2 *, 1, PT35064H",
        "@every 90m, 4, PT6H",
    })
    void theLongestStretchOfIntervals(String cron, int n, Duration expected) {
        assertThat(parse(cron, CronDialect.ROBFIG_V3).longestStretch(n)).contains(expected);
    }

    @Test
    void intervalsOfALocalDayFollowItsClock() {
        CronSchedule nightly = parse("CRON_TZ=Europe/Berlin 0 3 * * *", CronDialect.ROBFIG_V3);
        assertThat(nightly.longestInterval()).contains(Duration.ofHours(25));
        assertThat(nightly.shortestInterval()).contains(Duration.ofHours(23));
    }

    @Test
    void aStretchNeedsAtLeastOneInterval() {
        CronSchedule daily = parse("@daily", CronDialect.GO_CRON);
        assertThatThrownBy(() -> daily.longestStretch(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void intervalsCountFromTheLastBackup() {
        CronSchedule every = parse("@every 90m", CronDialect.ROBFIG_V3);
        assertThat(every.isInterval()).isTrue();
        assertThat(every.fields()).isEmpty();
        assertThat(every.next(START.plusNanos(5))).contains(START.plus(Duration.ofMinutes(90)));
    }

    @ParameterizedTest
    @CsvSource({
        "14, 0, ROBFIG_V1",
        "14, 1, ROBFIG_V1",
        "15, 0, ROBFIG_V3",
        "18, 2, ROBFIG_V3",
        "18, 3, GO_CRON",
        "19, 0, GO_CRON"
    })
    void theDialectFollowsTheRelease(int minor, int patch, CronDialect dialect) {
        assertThat(CronDialect.ofVelero(minor, patch)).isEqualTo(dialect);
    }

    @Test
    void aListOfNothingIsNeverDue() {
        assertThat(parse(", 3 * * *", CronDialect.ROBFIG_V1).next(START)).isEqualTo(Optional.empty());
        assertThat(parse("0 3 , * *", CronDialect.ROBFIG_V1)
                        .fields()
                        .orElseThrow()
                        .isImpossible())
                .isTrue();
    }

    static CronSchedule parse(String cron, CronDialect dialect) {
        CronReading reading = CronSchedule.parse(cron, dialect);
        assertThat(reading).isInstanceOf(CronReading.Parsed.class);
        return ((CronReading.Parsed) reading).schedule();
    }
}
