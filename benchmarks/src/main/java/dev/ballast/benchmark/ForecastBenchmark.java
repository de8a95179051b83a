package dev.ballast.benchmark;

import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.Forecaster;
import dev.ballast.forecast.Scenario;
import dev.ballast.plan.BackupPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Milliseconds to forecast one dense policy for ten years, in UTC and in a zone, and ten thousand policies for 400 days or more. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ForecastBenchmark {
    private static final Instant FROM = Instant.parse("2027-01-01T00:00:00Z");
    private static final Scenario TEN_YEARS = Scenario.from(FROM).reaching(Duration.ofDays(3653));

    private BackupPlan utc = dense("UTC");
    private BackupPlan berlin = utc;
    private List<BackupPlan> fleet = List.of();

    @Setup
    public void prepare() {
        utc = dense("UTC");
        berlin = dense("Europe/Berlin");
        fleet = plans(SamplePolicies.of(10_000));
    }

    @Benchmark
    public Forecast tenYears() {
        return Forecaster.forecast(utc, TEN_YEARS);
    }

    @Benchmark
    public Forecast tenYearsInBerlin() {
        return Forecaster.forecast(berlin, TEN_YEARS);
    }

    @Benchmark
    public int tenThousandPolicies() {
        int points = 0;
        for (BackupPlan plan : fleet) {
            points += Forecaster.forecast(plan, Scenario.from(FROM))
                    .restorePoints()
                    .atRest();
        }
        return points;
    }

    private static BackupPlan dense(String zone) {
        return plans(Map.of("dense.yaml", """
            apiVersion: ballast.dev/v1alpha1
            kind: BackupPolicy
            metadata: {name: dense}
            spec:
              select: {namespaces: [dense]}
              keep: {hourly: 48, daily: 7, weekly: 4, monthly: 12}
              schedule: {timezone: %s}
              volumes: {method: snapshot}
            """.formatted(zone))).get(0);
    }

    private static List<BackupPlan> plans(Map<String, String> files) {
        var pipeline = new Pipeline();
        return pipeline.resolve(pipeline.decode(pipeline.read(files)).value().orElseThrow())
                .value()
                .orElseThrow()
                .environments()
                .get(0)
                .policies();
    }
}
