package dev.ballast.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.alerttest.Alerting;
import dev.ballast.plan.BackupPlan;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThresholdTest {
    /**
     * A tier, what it says, and how old its newest good backup may be.
     *
     * @param lines of the policy
     * @param sum gap, run and grace, as Prometheus writes spans
     */
    record Case(String what, List<String> lines, String sum, String total) {
        static Case of(String what, String sum, String total, String... lines) {
            return new Case(what, List.of(lines), sum, total);
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                Case.of("every hour", "1h + 1h + 2h", "4h", "keep: {hourly: 24}"),
                Case.of("every six hours", "6h + 1h + 2h", "9h", "keep: {hourly: 24}", "schedule: {hourly: every 6h}"),
                Case.of("every day, in UTC", "1d + 1h + 2h", "1d3h", "keep: {daily: 7}"),
                Case.of(
                        "every day, in Berlin",
                        "1d1h + 1h + 2h",
                        "1d4h",
                        "keep: {daily: 7}",
                        "schedule: {timezone: Europe/Berlin}"),
                Case.of("working days", "3d + 1h + 2h", "3d3h", "keep: {daily: 7}", "schedule: {daily: Mon-Fri 20:30}"),
                Case.of(
                        "working days, in Berlin",
                        "3d1h + 1h + 2h",
                        "3d4h",
                        "keep: {daily: 7}",
                        "schedule: {timezone: Europe/Berlin, daily: Mon-Fri 20:30}"),
                Case.of("twice a day", "12h + 1h + 2h", "15h", "keep: {daily: 7}", "schedule: {daily: '08:00,20:00'}"),
                Case.of("every week", "7d + 1h + 2h", "7d3h", "keep: {weekly: 4}"),
                Case.of("every month", "31d + 1h + 2h", "31d3h", "keep: {monthly: 12}"),
                Case.of("every year", "366d + 1h + 2h", "366d3h", "keep: {yearly: 2}"),
                Case.of(
                        "every 36 hours",
                        "1d12h + 1h + 2h",
                        "1d15h",
                        "keep: {daily: 7}",
                        "schedule: {daily: '@every 36h'}"),
                Case.of(
                        "volumes are uploaded",
                        "1d + 4h + 2h",
                        "1d6h",
                        "keep: {daily: 7}",
                        "volumes: {method: snapshot-move}"),
                Case.of(
                        "uploads are given six hours",
                        "1d + 6h + 2h",
                        "1d8h",
                        "keep: {daily: 7}",
                        "volumes: {method: snapshot-move, operationTimeout: 6h}"),
                Case.of(
                        "snapshots are given 90 minutes",
                        "1d + 1h30m + 2h",
                        "1d3h30m",
                        "keep: {daily: 7}",
                        "volumes: {method: snapshot, snapshotTimeout: 90m}"),
                Case.of(
                        "some files are copied",
                        "1d + 4h + 2h",
                        "1d6h",
                        "keep: {daily: 7}",
                        "volumes: {method: snapshot, rules: [{when: {nfs: {}}, use: file-system}]}"),
                Case.of(
                        "a grace of its own",
                        "1d + 1h + 8h",
                        "1d9h",
                        "keep: {daily: 7}",
                        "alerts: {grace: 30m}",
                        "tiers: {daily: {grace: 8h}}"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isTheLongestGapAndARunAndTheGrace(Case given) {
        BackupPlan plan =
                Alerting.shop(given.lines().toArray(String[]::new)).policies().get(0);
        Threshold threshold = Threshold.of(plan.terms(), plan.tiers().get(0)).orElseThrow();
        assertThat(sum(threshold)).isEqualTo(given.sum());
        assertThat(AlertRule.span(threshold.total())).isEqualTo(given.total());
    }

    private static String sum(Threshold threshold) {
        return Stream.of(threshold.gap(), threshold.run(), threshold.grace())
                .map(AlertRule::span)
                .reduce((a, b) -> a + " + " + b)
                .orElseThrow();
    }
}
