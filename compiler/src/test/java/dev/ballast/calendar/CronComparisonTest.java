package dev.ballast.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CronComparisonTest {
    private static final Instant FROM = Instant.parse("2026-11-21T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2028-11-21T00:00:00Z");

    @Test
    void aFirstMondayShowsBothMeaningsAsDates() {
        var differs = (CronComparison.Differs) compare("0 3 1-7 * 1");
        assertThat(((CronComparison.Meaning.Runs) differs.first()).dates())
                .containsExactly(
                        Instant.parse("2026-11-23T03:00:00Z"),
                        Instant.parse("2026-11-30T03:00:00Z"),
                        Instant.parse("2026-12-01T03:00:00Z"));
        assertThat(((CronComparison.Meaning.Runs) differs.second()).dates())
                .startsWith(Instant.parse("2026-12-07T03:00:00Z"), Instant.parse("2027-01-04T03:00:00Z"));
    }

    @Test
    void datesBeginWhereTheTwoPart() {
        var differs = (CronComparison.Differs) compare("CRON_TZ=Europe/Berlin 30 2 * * *");
        assertThat(((CronComparison.Meaning.Runs) differs.first()).dates())
                .startsWith(Instant.parse("2027-03-29T00:30:00Z"));
        assertThat(((CronComparison.Meaning.Runs) differs.second()).dates())
                .startsWith(Instant.parse("2027-03-28T01:30:00Z"));
    }

    @Test
    void aRefusalIsAMeaning() {
        var differs = (CronComparison.Differs) compare("0 */24 * * *");
        assertThat(differs.first()).isInstanceOf(CronComparison.Meaning.Runs.class);
        assertThat(((CronComparison.Meaning.Refusal) differs.second()).refused().field())
                .isEqualTo(CronField.HOUR);
    }

    @Test
    void neverDueIsAMeaningWithoutDates() {
        var differs = (CronComparison.Differs) compare("0 3 31 2 1");
        assertThat(((CronComparison.Meaning.Runs) differs.second()).dates()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 3 * * *",
                "CRON_TZ=Europe/Berlin 0 3 * * *",
                "@every 90m",
                "@weekly",
                "0 3 31 2 *",
                "0 3 * * 8",
                "CRON_TZ=Europe/Berlin 0 3 31 2 *"
            })
    void whatMeansTheSameIsTheSame(String cron) {
        assertThat(compare(cron)).isEqualTo(new CronComparison.Same());
    }

    private static CronComparison compare(String cron) {
        return CronComparison.between(cron, CronDialect.ROBFIG_V3, CronDialect.GO_CRON, FROM, UNTIL);
    }
}
