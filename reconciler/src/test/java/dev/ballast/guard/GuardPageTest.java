package dev.ballast.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.observed.ObservedBackup;
import dev.ballast.policy.Tier;
import dev.ballast.simulator.Outcome;
import dev.ballast.simulator.Phases;
import dev.ballast.simulator.SimulatedBucket;
import dev.ballast.simulator.SimulatedVelero;
import dev.ballast.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about the guard tells a history that is played here. */
class GuardPageTest {
    private static final Path PAGE = Path.of("../docs/guard.md");
    private static final LocalDate BROKEN = LocalDate.of(2027, 3, 8);
    private static final LocalDate MENDED = LocalDate.of(2027, 3, 20);
    private static final LocalDate FIRST = LocalDate.of(2027, 3, 12);
    private static final LocalDate LAST = LocalDate.of(2027, 3, 26);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    @Test
    void thePageTellsWhatHappens() throws IOException {
        String actual = Files.readString(PAGE);
        Golden.check(PAGE, shown(actual, table()));
        assertThat(actual).contains(table());
    }

    private static String shown(String page, String table) {
        String begin = "<!-- played: an outage of twelve days -->\n";
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf("\n\n", from);
        return page.substring(0, from) + table + page.substring(to);
    }

    /** Every morning what there is, and what the guard did since the morning before. */
    private static String table() {
        var guarded = new Played(true);
        var unguarded = new Played(false);
        var table = new StringBuilder(
                "| at noon on | without the guard | with it | newest good | what the guard did since |\n|---|---|---|---|---|\n");
        int told = 0;
        for (LocalDate day = BROKEN.minusDays(7); !day.isAfter(LAST); day = day.plusDays(1)) {
            long noon = day.atTime(12, 0).toEpochSecond(ZoneOffset.UTC);
            guarded.cluster.runUntil(noon);
            unguarded.cluster.runUntil(noon);
            List<Extension> all = guarded.cluster.extensions();
            String did = all.subList(told, all.size()).stream()
                    .map(GuardPageTest::told)
                    .collect(Collectors.joining("; "));
            told = all.size();
            if (!day.isBefore(FIRST)) {
                table.append("| %s | %d good | %d good | %s | %s |\n"
                        .formatted(
                                DAY.format(day),
                                unguarded.good(),
                                guarded.good(),
                                guarded.newest(),
                                did.isEmpty() ? "–" : did));
            }
        }
        return table.substring(0, table.length() - 1);
    }

    private static String told(Extension extension) {
        return "lets the one of %s live until %s"
                .formatted(
                        extension.backup().substring("shop-daily-".length()).substring(6, 8) + " March",
                        MINUTE.format(extension.to()));
    }

    /** A policy that keeps seven dailies, with runs that fail for a while. */
    private static final class Played {
        final SimulatedVelero velero;
        final GuardedCluster cluster;

        Played(boolean isGuarded) {
            long start = BROKEN.minusDays(20).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
            velero = new SimulatedVelero(
                    Scene.CLUSTER,
                    new SimulatedBucket(),
                    new Phases(23, 23, 17 * 60, 23),
                    (schedule, begun) -> works(begun) ? Outcome.good(600) : Outcome.failed(600),
                    start);
            var tier = new GuardedTier(
                    Tier.DAILY, Scene.cron("0 2 * * *"), Duration.ofDays(7), Instant.ofEpochSecond(start));
            velero.schedule("shop-daily", "shop", tier.tier(), tier.calendar(), tier.ttl());
            cluster = new GuardedCluster(velero, Scene.CLUSTER, 3, List.of(tier), GuardedCluster.Witness.NOBODY);
            cluster.setGuarding(isGuarded);
        }

        private static boolean works(long begun) {
            LocalDate day = Instant.ofEpochSecond(begun).atZone(ZoneOffset.UTC).toLocalDate();
            return day.isBefore(BROKEN) || !day.isBefore(MENDED);
        }

        private List<ObservedBackup> allGood() {
            return velero.backups().stream()
                    .filter(backup -> backup.phase().isGood())
                    .toList();
        }

        int good() {
            return allGood().size();
        }

        String newest() {
            return allGood().stream()
                    .map(ObservedBackup::begun)
                    .max(Instant::compareTo)
                    .map(begun -> "%dd old"
                            .formatted(Duration.between(begun, Instant.ofEpochSecond(velero.now()))
                                    .toDays()))
                    .orElse("–");
        }
    }
}
