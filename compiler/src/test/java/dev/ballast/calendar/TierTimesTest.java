package dev.ballast.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.policy.Tier;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierTimesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HOURLY  | :15                 | 15 * * * *       | true",
                "HOURLY  | every 1h            | 30 * * * *       | true",
                "HOURLY  | every 6h            | 30 */6 * * *     | false",
                "HOURLY  | every 6h :15        | 15 */6 * * *     | false",
                "HOURLY  | every 12h :00       | 0 */12 * * *     | false",
                "HOURLY  | every 24h :05       | 5 0 * * *        | false",
                "DAILY   | 02:00               | 0 2 * * *        | true",
                "DAILY   | 2:00                | 0 2 * * *        | true",
                "DAILY   | Mon-Fri 02:00       | 0 2 * * 1-5      | false",
                "DAILY   | mon-sun 02:00       | 0 2 * * *        | true",
                "DAILY   | Sat-Mon 02:00       | 0 2 * * 0,1,6    | false",
                "DAILY   | 20:00,08:00         | 0 8,20 * * *     | false",
                "DAILY   | 00:00, 12:00        | 0 */12 * * *     | false",
                "DAILY   | Sun,Tue 08:30,20:30 | 30 8,20 * * 0,2  | false",
                "WEEKLY  | Sunday 03:00        | 0 3 * * 0        | true",
                "WEEKLY  | Tue,Sat 03:00       | 0 3 * * 2,6      | false",
                "MONTHLY | 1 04:00             | 0 4 1 * *        | true",
                "MONTHLY | 28 04:00            | 0 4 28 * *       | true",
                "MONTHLY | 29 04:00            | 0 4 29 * *       | false",
                "YEARLY  | 01-01 05:00         | 0 5 1 1 *        | true",
                "YEARLY  | 12-31 23:59         | 59 23 31 12 *    | true",
                "YEARLY  | 02-29 05:00         | 0 5 29 2 *       | false",
            })
    void friendlyFormsBecomeCrons(Tier tier, String text, String cron, boolean once) {
        FriendlyTime time = (FriendlyTime) understood(tier, text);
        assertThat(time.cron()).isEqualTo(cron);
        assertThat(time.isOncePerPeriod()).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DAILY  | 0 2 * * 1-5",
                "WEEKLY | @daily",
                "HOURLY | @every 90m",
                "DAILY  | CRON_TZ=Europe/Berlin 0 3 * * *",
                "DAILY  | TZ=Europe/Berlin @daily",
            })
    void cronsStayAsWritten(Tier tier, String text) {
        assertThat(understood(tier, text)).isEqualTo(new TierTime.CronTime(tier, text));
        assertThat(understood(tier, text).isOncePerPeriod()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HOURLY  | every 5h       | `every 5h` is not an hourly time: 24 hours are not divisible by 5, expected 1, 2, 3, 4, 6, 8, 12 or 24",
                "HOURLY  | every 0h       | `every 0h` is not an hourly time: 24 hours are not divisible by 0, expected 1, 2, 3, 4, 6, 8, 12 or 24",
                "HOURLY  | :60            | `:60` is not an hourly time: `:60` is not a minute from `:00` to `:59`",
                "HOURLY  | every day      | `every day` is not an hourly time",
                "DAILY   | 24:00          | `24:00` is not a daily time: `24:00` is not a time from `00:00` to `23:59`",
                "DAILY   | 08:00,20:30    | `08:00,20:30` is not a daily time: `08:00` and `20:30` differ in their minutes, which one cron cannot say",
                "DAILY   | Mo-Fri 02:00   | `Mo-Fri 02:00` is not a daily time: `Mo-Fri` is not a day of the week such as `Mon`, `Sunday` or `Mon-Fri`",
                "DAILY   | noon           | `noon` is not a daily time",
                "WEEKLY  | 03:00          | `03:00` is not a weekly time: the day is missing",
                "WEEKLY  | Sun 03:00,04:00 | `Sun 03:00,04:00` is not a weekly time: several times a day are for the daily tier",
                "MONTHLY | 32 04:00       | `32 04:00` is not a monthly time: `32` is not a day from 1 to 31",
                "MONTHLY | 0 04:00        | `0 04:00` is not a monthly time: `0` is not a day from 1 to 31",
                "YEARLY  | 02-30 05:00    | `02-30 05:00` is not a yearly time: `02-30` is not a month and a day such as `01-31`",
                "YEARLY  | 13-01 05:00    | `13-01 05:00` is not a yearly time: `13-01` is not a month and a day such as `01-31`",
                "YEARLY  | 1 05:00        | `1 05:00` is not a yearly time: `1` is not a month and a day such as `01-31`",
                "DAILY   | ''             | the time is empty",
            })
    void mistakesSayWhatWasFoundAndExpected(Tier tier, String text, String message) {
        assertThat(TierTimes.parse(tier, text))
                .isEqualTo(new TierTimes.Misread(message + "; expected " + TierTimes.expected(tier)));
    }

    @Test
    void everyFormInTheHelpIsUnderstood() {
        for (Tier tier : Tier.values()) {
            String[] quoted = TierTimes.expected(tier).split("`", -1);
            for (int i = 1; i < quoted.length; i += 2) {
                assertThat(understood(tier, quoted[i])).isInstanceOf(FriendlyTime.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "02:00, Europe/Berlin, CRON_TZ=Europe/Berlin 0 2 * * *",
        "02:00, Etc/UTC, 0 2 * * *",
        "@daily, Asia/Kolkata, CRON_TZ=Asia/Kolkata @daily",
        "TZ=Asia/Kolkata @daily, Europe/Berlin, TZ=Asia/Kolkata @daily",
    })
    void theZoneComesFirstUnlessTheTextHasOne(String text, ZoneId zone, String cron) {
        assertThat(understood(Tier.DAILY, text).cron(zone)).isEqualTo(cron);
    }

    static TierTime understood(Tier tier, String text) {
        TierTimes.Reading reading = TierTimes.parse(tier, text);
        assertThat(reading).isInstanceOf(TierTimes.Understood.class);
        return ((TierTimes.Understood) reading).time();
    }
}
