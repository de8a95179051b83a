package dev.ballast.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.Forecaster;
import dev.ballast.forecast.Outage;
import dev.ballast.forecast.Plans;
import dev.ballast.forecast.Scenario;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecastPageTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final String TEXTBOOK = "keep: {daily: 7, weekly: 4, monthly: 12}";

    private static Forecast forecast(String keep) {
        return Forecaster.forecast(Plans.of(keep), Scenario.from(AT));
    }

    private static PolicyView view(Forecast forecast) {
        return new PolicyView("prod", forecast, null);
    }

    private static String page(String keep) {
        return ForecastPage.of(List.of(view(forecast(keep))), AT);
    }

    @Test
    void theSameForecastGivesTheSameBytes() {
        assertThat(page(TEXTBOOK)).isEqualTo(page(TEXTBOOK));
    }

    @Test
    void aPageAsksForNothingFromOutside() {
        String page = page(TEXTBOOK);

        assertThat(page)
                .doesNotContain("<script")
                .doesNotContain("src=")
                .doesNotContain("://")
                .doesNotContain("url(");
        assertThat(page).containsOnlyOnce("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    }

    @Test
    void theNumbersThatMatterStandAtTheTop() {
        assertThat(page(TEXTBOOK))
                .contains(
                        "<dt>Restore points at rest</dt><dd class=\"value\">23</dd><dd class=\"note\">23 to 24 over a year</dd>")
                .contains("<dt>Look-back</dt><dd class=\"value\">334 days</dd>")
                .contains("<dt>Steady from</dt><dd class=\"value\">1 Dec 2026</dd>");
    }

    @Test
    void everyIdIsThereOnceAndEveryLinkLeadsSomewhere() {
        String page = ForecastPage.of(
                List.of(view(forecast(TEXTBOOK)), new PolicyView("dev", forecast("keep: {daily: 7}"), null)), AT);
        List<String> ids = found(page, " id=\"([^\"]+)\"");

        assertThat(ids).doesNotHaveDuplicates().contains("policy-prod.shop", "policy-dev.shop");
        assertThat(ids).containsAll(found(page, "href=\"#([^\"]+)\"")).containsAll(labels(page));
    }

    private static List<String> labels(String page) {
        List<String> labels = found(page, "aria-labelledby=\"([^\"]+)\"").stream()
                .flatMap(both -> List.of(both.split(" ")).stream())
                .toList();
        assertThat(labels).isNotEmpty();
        return labels;
    }

    private static List<String> found(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    @Test
    void theCalendarHasEveryDayThatCanBeRestored() {
        Forecast forecast = forecast(TEXTBOOK);
        Instant steady = view(forecast).pictured();

        SortedMap<LocalDate, PointCalendar.Day> days = SurvivingDays.of(forecast, steady, ZoneOffset.UTC);

        assertThat(days.values().stream().mapToInt(PointCalendar.Day::count).sum())
                .isEqualTo(forecast.points(steady))
                .isEqualTo(23);
        assertThat(days.firstKey()).isEqualTo("2026-01-01");
        assertThat(days.get(LocalDate.parse("2026-11-01")))
                .isEqualTo(new PointCalendar.Day(1, "tier-monthly", "M", "monthly"));
        assertThat(days.get(LocalDate.parse("2026-11-29")))
                .isEqualTo(new PointCalendar.Day(2, "tier-weekly", "W", "daily, weekly"));
    }

    @Test
    void theChartCountsWhatTheForecastCounts() {
        Forecast forecast = forecast(TEXTBOOK);

        PointsChart chart = PointCounts.of(view(forecast), "id");

        int size = chart.layers().get(0).counts().size();
        for (int i : IntStream.range(0, size).toArray()) {
            int shown = chart.layers().stream()
                    .mapToInt(layer -> layer.counts().get(i))
                    .sum();
            assertThat(shown).isEqualTo(forecast.points(AT.plus(chart.every().multipliedBy(i))));
        }
        assertThat(chart.every()).hasDays(1);
        assertThat(size).isGreaterThan(365);
    }

    @Test
    void aLongSimulationIsNotCountedEveryDay() {
        PointsChart chart = PointCounts.of(view(forecast("keep: {daily: 7, yearly: 10}")), "id");

        assertThat(chart.layers().get(0).counts()).hasSizeBetween(600, 1201);
    }

    @Test
    void anOutageIsToldInWords() {
        Outage outage = Outage.parse("2027-05-10..2027-05-31:velero-down").orElseThrow();
        Forecast forecast =
                Forecaster.forecast(Plans.of(TEXTBOOK), Scenario.from(AT).with(List.of(outage)));

        assertThat(ForecastPage.of(List.of(view(forecast)), AT))
                .contains(
                        "From 10 May 2027 to 31 May 2027 Velero is down: from 23 restore points to 13 restore points; "
                                + "the newest restore point is then 21 days old.");
    }

    @Test
    void aPausedPolicySaysSo() {
        assertThat(page(TEXTBOOK + "\n  suspend: true")).contains("Nothing runs");
    }

    @Test
    void aPageNeedsAPolicy() {
        assertThatThrownBy(() -> ForecastPage.of(List.of(), AT)).isInstanceOf(IllegalArgumentException.class);
    }
}
