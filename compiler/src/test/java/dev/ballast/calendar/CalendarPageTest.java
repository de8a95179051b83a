package dev.ballast.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of crons that the libraries read differently is what the engine answers. */
class CalendarPageTest {
    private static final Path PAGE = Path.of("../docs/calendar.md");
    private static final Instant AFTER = Instant.parse("2026-11-21T09:00:00Z");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
    private static final List<String> CRONS = List.of(
            "0 3 1-7 * 1",
            "0 3 */2 * 1",
            "0 3 * * 7",
            "0 22-2 * * *",
            "*/60 * * * *",
            "0 3 31 2 *",
            "CRON_TZ=Europe/Berlin 0 3 * * *",
            "@reboot");

    @Test
    void thePageShowsWhatEachLibraryMakesOfACron() throws IOException {
        String page = Files.readString(PAGE);
        String expected = page.replaceAll("(?s)<!-- crons -->\n(\\|[^\n]*\n)*", "<!-- crons -->\n" + table());
        Golden.check(PAGE, expected);
        assertThat(page).contains("| `0 3 1-7 * 1` |");
    }

    private static String table() {
        return "| cron | 1.14 | 1.15.0 to 1.18.2 | 1.18.3 |\n|---|---|---|---|\n"
                + CRONS.stream().map(CalendarPageTest::row).collect(Collectors.joining());
    }

    private static String row(String cron) {
        return Stream.of(CronDialect.values())
                .map(dialect -> meaning(cron, dialect))
                .collect(Collectors.joining(" | ", "| `" + cron + "` | ", " |\n"));
    }

    private static String meaning(String cron, CronDialect dialect) {
        if (!(CronSchedule.parse(cron, dialect) instanceof CronReading.Parsed parsed)) {
            return "refused";
        }
        String runs = parsed.schedule()
                .runs(AFTER)
                .limit(3)
                .map(run -> TIME.format(run.atOffset(ZoneOffset.UTC)))
                .collect(Collectors.joining(", "));
        return runs.isEmpty() ? "never due: a backup every minute" : runs;
    }
}
