package dev.ballast.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The engine against what the three libraries themselves printed. */
class CronTablesTest {
    private static final int LEAST_ROWS = 20_000;

    @ParameterizedTest
    @EnumSource
    void saysWhatTheLibrarySays(CronDialect dialect) throws IOException {
        CronTable table = CronTable.committed(dialect);
        assertThat(table.rows()).hasSizeGreaterThanOrEqualTo(LEAST_ROWS);
        List<String> differences = table.differences();
        assertThat(differences.stream().limit(20))
                .as("%d differences", differences.size())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void tablesHoldRunsRefusalsAndTheZeroTime(CronDialect dialect) throws IOException {
        List<String> rows = CronTable.committed(dialect).rows();
        assertThat(rows.stream().filter(row -> row.endsWith("\terror"))).hasSizeGreaterThan(1_000);
        assertThat(rows.stream().filter(row -> row.endsWith("\tzero"))).hasSizeGreaterThan(10);
        assertThat(rows.stream().filter(row -> row.contains("#"))).hasSizeGreaterThan(15_000);
    }

    @Test
    void committedTablesAreWhatTheLibrariesPrintToday(@TempDir Path dir) throws Exception {
        Path program = Path.of("src", "test", "go", "crontables").toAbsolutePath();
        assumeTrue(hasGo(), "go is not on the PATH: the cron tables were not printed anew");
        Path log = dir.resolve("go.log");
        Process go = new ProcessBuilder("go", "run", ".", dir.toString())
                .directory(program.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(go.waitFor(10, TimeUnit.MINUTES)).as("the Go program ends").isTrue();
        assertThat(go.exitValue()).as(Files.readString(log)).isZero();
        for (CronDialect dialect : CronDialect.values()) {
            try (var in = Files.newInputStream(dir.resolve(CronTable.fileName(dialect)))) {
                assertThat(CronTable.read(dialect, in).rows())
                        .isEqualTo(CronTable.committed(dialect).rows());
            }
        }
    }

    private static boolean hasGo() throws InterruptedException {
        try {
            return new ProcessBuilder("go", "version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
