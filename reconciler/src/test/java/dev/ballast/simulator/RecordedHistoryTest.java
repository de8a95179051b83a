package dev.ballast.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.calendar.CronDialect;
import dev.ballast.calendar.CronReading;
import dev.ballast.calendar.CronSchedule;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.policy.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Forty days of a real Velero, told again by the simulated one. */
class RecordedHistoryTest {
    private static final Path RECORD = Path.of("../e2e/src/test/resources/velero-history/forty-days.txt");
    private static final long START = Instant.parse("2027-02-20T12:00:00Z").getEpochSecond();
    private static final long END = Instant.parse("2027-04-01T12:00:00Z").getEpochSecond();

    /** As the record shows: the loop ticked at second 23, and the collection in minute 17 of each hour. */
    private static final Phases PHASES = new Phases(23, 23, 17 * 60 + 23, 23);

    /** The record was read from a clock that was put forward, so that some of its times are a second later. */
    private static final long A_SECOND = 1;

    /** A line of the record. */
    private record Line(String tier, long started, long expires, long gone) {
        static Line of(String text) {
            String[] words = text.split(" ", -1);
            return new Line(words[1], seconds(words[3]), seconds(words[4]), seconds(words[5]));
        }

        private static long seconds(String time) {
            return time.equals("-") ? Long.MAX_VALUE : Instant.parse(time).getEpochSecond();
        }

        boolean isLike(Line real) {
            return tier.equals(real.tier)
                    && isAbout(started, real.started)
                    && isAbout(expires, real.expires)
                    && isAbout(gone, real.gone);
        }

        private static boolean isAbout(long time, long real) {
            return time == real || time + A_SECOND == real;
        }
    }

    @Test
    void theSameBackupsComeAndGoAtTheSameTimes() throws IOException {
        List<Line> real = Files.readAllLines(RECORD).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Line::of)
                .toList();
        assertThat(real).hasSize(48);
        assertThat(simulated())
                .usingElementComparator((one, other) -> one.isLike(other) ? 0 : 1)
                .containsExactlyElementsOf(real);
    }

    private static List<Line> simulated() {
        var velero =
                new SimulatedVelero("prod", new SimulatedBucket(), PHASES, (schedule, start) -> Outcome.good(1), START);
        schedule(velero, Tier.DAILY, "0 2 * * *", Duration.ofDays(7));
        schedule(velero, Tier.WEEKLY, "0 3 * * 0", Duration.ofDays(28));
        schedule(velero, Tier.MONTHLY, "0 4 1 * *", Duration.ofDays(365));
        velero.runUntil(END);
        Map<Instant, Line> lines = new TreeMap<>();
        velero.removals().forEach(removal -> add(lines, removal.backup(), removal.at()));
        velero.backups().forEach(backup -> add(lines, backup, Long.MAX_VALUE));
        return List.copyOf(lines.values());
    }

    private static void add(Map<Instant, Line> lines, ObservedBackup backup, long gone) {
        Instant expires = backup.expires();
        Tier tier = backup.tier();
        assertThat(expires).isNotNull();
        assertThat(tier).isNotNull();
        lines.put(
                backup.begun(),
                new Line(
                        tier == null ? "" : tier.word(),
                        backup.begun().getEpochSecond(),
                        expires == null ? 0 : expires.getEpochSecond(),
                        gone));
    }

    private static void schedule(SimulatedVelero velero, Tier tier, String cron, Duration ttl) {
        var calendar = ((CronReading.Parsed) CronSchedule.parse(cron, CronDialect.GO_CRON)).schedule();
        velero.schedule("bookstore-" + tier.word(), "bookstore", tier, calendar, ttl);
    }
}
