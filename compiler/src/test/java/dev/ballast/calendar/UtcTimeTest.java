package dev.ballast.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.policy.Tier;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UtcTimeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DAILY   | 03:00         | Europe/Berlin    | +01:00 | 0 2 * * *",
                "DAILY   | 00:30         | Europe/Berlin    | +01:00 | 30 23 * * *",
                "DAILY   | Mon-Fri 00:30 | Europe/Berlin    | +01:00 | 30 23 * * 0-4",
                "DAILY   | 00:30,12:30   | Europe/Berlin    | +01:00 | 30 11,23 * * *",
                "HOURLY  | :15           | Asia/Kolkata     | +05:30 | 45 * * * *",
                "HOURLY  | every 6h :15  | Europe/Berlin    | +01:00 | 15 5,11,17,23 * * *",
                "WEEKLY  | Sunday 03:00  | America/New_York | -05:00 | 0 8 * * 0",
                "WEEKLY  | Sat 22:00     | America/New_York | -05:00 | 0 3 * * 0",
                "MONTHLY | 2 00:30       | Europe/Berlin    | +01:00 | 30 23 1 * *",
                "YEARLY  | 01-01 00:30   | Europe/Berlin    | +01:00 | 30 23 31 12 *",
                "YEARLY  | 12-31 23:30   | America/New_York | -05:00 | 30 4 1 1 *",
                "YEARLY  | 02-28 12:00   | America/New_York | -05:00 | 0 17 28 2 *",
            })
    void theStandardOffsetIsTakenOff(Tier tier, String text, ZoneId zone, ZoneOffset offset, String cron) {
        var converted = (UtcTime.Converted) UtcTime.of(time(tier, text), zone);
        assertThat(converted.standardOffset()).isEqualTo(offset);
        assertThat(converted.time().cron()).isEqualTo(cron);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DAILY   | Mon-Fri 00:30,12:30 | Europe/Berlin",
                "MONTHLY | 1 00:30             | Europe/Berlin",
                "MONTHLY | 31 00:30            | Europe/Berlin",
                "MONTHLY | 28 23:00            | America/New_York",
                "YEARLY  | 03-01 00:30         | Europe/Berlin",
                "YEARLY  | 02-28 23:00         | America/New_York",
                "YEARLY  | 02-29 00:30         | Europe/Berlin",
            })
    void whatUtcCannotSayIsSaid(Tier tier, String text, ZoneId zone) {
        assertThat(UtcTime.of(time(tier, text), zone)).isInstanceOf(UtcTime.Inexpressible.class);
    }

    private static FriendlyTime time(Tier tier, String text) {
        return (FriendlyTime) TierTimesTest.understood(tier, text);
    }
}
