package dev.ballast.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClusterLoadTest {
    @Test
    void runsInOneMinuteCollide() {
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        Forecast daily = Forecaster.forecast(Plans.of("keep: {daily: 7, weekly: 4}"), Scenario.from(from));
        Forecast sundays = Forecaster.forecast(
                Plans.of("keep: {weekly: 2}", "schedule: {weekly: \"Sunday 02:00\"}", "names: {weekly: other}"),
                Scenario.from(from));

        ClusterLoad load = ClusterLoad.of(List.of(daily, sundays), from, 14);

        assertThat(load.runs()).isEqualTo(14 + 2 + 2);
        assertThat(load.busiestDay()).isEqualTo(3);
        assertThat(load.collisions())
                .containsExactly(
                        new ClusterLoad.Collision(
                                Instant.parse("2026-01-04T02:00:00Z"), List.of("other", "shop-daily")),
                        new ClusterLoad.Collision(
                                Instant.parse("2026-01-11T02:00:00Z"), List.of("other", "shop-daily")));
    }
}
