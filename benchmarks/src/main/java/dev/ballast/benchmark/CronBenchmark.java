package dev.ballast.benchmark;

import dev.ballast.calendar.CronDialect;
import dev.ballast.calendar.CronReading;
import dev.ballast.calendar.CronSchedule;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Milliseconds to find the longest stretch of seven intervals in the years 2024 to 2051. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class CronBenchmark {
    @Param({"0 2 * * *", "CRON_TZ=Europe/Berlin 0 3 * * *", "CRON_TZ=Europe/Berlin */15 * * * *", "0 5 29 2 *"})
    String cron = "";

    private CronSchedule schedule = parsed("0 0 * * *");

    @Setup
    public void prepare() {
        schedule = parsed(cron);
    }

    @Benchmark
    public Optional<Duration> longestStretch() {
        return schedule.longestStretch(7);
    }

    private static CronSchedule parsed(String text) {
        if (CronSchedule.parse(text, CronDialect.GO_CRON) instanceof CronReading.Parsed parsed) {
            return parsed.schedule();
        }
        throw new IllegalArgumentException(text);
    }
}
