package dev.ballast.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 3 * * *                       | at 03:00",
                "0 3 ? * 1                       | at 03:00 on Monday",
                "0 4 1 * *                       | at 04:00 on day 1",
                "0 3 * * 2,6                     | at 03:00 on Tuesday and Saturday",
                "CRON_TZ=Europe/Berlin 0 3 * * * | at 03:00, Europe/Berlin",
                "@daily                          | at 00:00",
                "@every 90m                      | every 90m after the last backup",
            })
    void cronsAreDescribed(String cron, String words) {
        assertThat(CronText.describe(cron)).contains(words);
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "CRON_TZ=Europe/Berlin, ''", "0 3 * *, ''", "@triggered, ''", "0 3 * * FRI#2, ''"})
    void whatCannotBeDescribedIsNot(String cron, String ignored) {
        assertThat(CronText.describe(cron)).isEmpty();
    }
}
