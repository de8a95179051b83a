package dev.ballast.e2e.fidelity;

import dev.ballast.forecast.Backups;
import dev.ballast.forecast.TierForecast;
import dev.ballast.policy.Quantities;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code docs/fidelity.md}: what a real Velero did, beside what was forecast. Nothing in it depends on how late Velero was. */
final class FidelityPage {
    private static final String HEAD = """
            # Forecasts held against Velero
            A forecast is only worth something if Velero does the same. So a real Velero 1.18.3 lives through what is forecast, with a real Kubernetes API server and
            a store that speaks S3; only their wall clock is set from one due time to the next, so that a year takes minutes. Before each due time it is set to the last
            moment at which Velero looks for due Schedules, so that a run that comes too early, or one too many, shows. The policies are written in Ballast's language and
            applied as Ballast compiles them. This page is made by the test that does it:

            ```sh
            mvn -pl e2e -am verify -Pyear       # a quarter of an hour or more; see e2e/README.md
            ```

            Forty days of the first policy run with every `mvn verify`.

            Allowed is what Velero's own loops bring about, and nothing more: a start trails its due time by up to a minute, or two for the second of two that are due in
            one minute, and its expiry as much; a collection comes up to an hour after the expiry. Each backup must complete, each count of restore points, taken
            just before a due time, must be the one forecast, and at the end the store must hold what the cluster shows.
            """;

    private static final String CHANGES = """
            The policy `zoned` goes by the clock of Berlin, where 28 March 2027 has no 02:30 and 31 October 2027 has it twice. So its daily backup of the one is made an
            hour late by the clock, and of the other two are made. These are the runs that were made, each by the time in UTC at which it was due:
            """;

    private FidelityPage() {}

    static String of(List<Played> plays) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("\n## Runs and collections\n")
                .append(
                        "Due is a collection at the first hourly look of this Velero after the expiry that was forecast.\n\n")
                .append(
                        "| policy | from | until | tier | schedule | ttl | runs forecast | runs made | collections due | collections made |\n")
                .append("|---|---|---|---|---|---|---|---|---|---|\n");
        plays.forEach(played -> played.forecast().tiers().forEach(tier -> page.append(row(played, tier))));
        page.append("\n## Counts\n");
        plays.forEach(played -> page.append("%s from %s: %d counts, from %d to %d restore points.\n\n"
                .formatted(
                        played.policy(),
                        day(played.script().start()),
                        played.history().counts().size(),
                        played.history().counts().values().stream()
                                .mapToInt(n -> n)
                                .min()
                                .orElse(0),
                        played.history().counts().values().stream()
                                .mapToInt(n -> n)
                                .max()
                                .orElse(0))));
        plays.stream().filter(FidelityPage::isLong).forEach(played -> page.append(calendar(played)));
        page.append("\n## Days on which the clock changes\n").append(CHANGES);
        plays.stream().filter(played -> !isLong(played)).forEach(played -> page.append(changes(played)));
        page.append("\n## Differences\n").append(differences(plays));
        return page.toString();
    }

    private static boolean isLong(Played played) {
        return played.forecast().tiers().size() > 2;
    }

    private static String row(Played played, TierForecast tier) {
        String word = tier.plan().tier().word();
        History history = played.history();
        long made = history.of(word).size();
        long gone = history.of(word).stream()
                .filter(backup -> backup.collected() != null)
                .count();
        return "| %s | %s | %s | %s | `%s` | %s | %d | %d | %d | %d |\n"
                .formatted(
                        played.policy(),
                        day(history.from()),
                        day(history.until()),
                        word,
                        tier.plan().cron(),
                        Quantities.goText(tier.plan().ttl()),
                        played.backlog().upTo(word, history.until()),
                        made,
                        due(tier.backups(), played),
                        gone);
    }

    private static long due(Backups backups, Played played) {
        Ticks ticks = new Ticks(played.script().phase());
        long due = 0;
        for (int i = 0; i < backups.size(); i++) {
            Instant expires = Instant.ofEpochSecond(backups.expires(i));
            due += ticks.from(expires, Ticks.HOUR).isAfter(played.history().until()) ? 0 : 1;
        }
        return due;
    }

    /** The first count of each day, a month a line. */
    private static String calendar(Played played) {
        Map<LocalDate, Integer> first = new TreeMap<>();
        played.history().counts().forEach((at, count) -> first.putIfAbsent(date(at), count));
        Map<YearMonth, StringBuilder> months = new TreeMap<>();
        first.forEach((day, count) -> {
            StringBuilder line = months.computeIfAbsent(
                    YearMonth.from(day), month -> new StringBuilder("   ".repeat(day.getDayOfMonth() - 1)));
            line.append(" %2d".formatted(count));
        });
        StringBuilder text = new StringBuilder(
                "Restore points of %s just before the first run of each day, as counted and as forecast:\n\n```text\n"
                        .formatted(played.policy()));
        text.append("        ");
        for (int day = 1; day <= 31; day++) {
            text.append(" %2d".formatted(day));
        }
        text.append('\n');
        months.forEach(
                (month, line) -> text.append(month).append(' ').append(line).append('\n'));
        return text.append("```\n").toString();
    }

    /** When each tier ran on the days that are not like the day before or after. */
    private static String changes(Played played) {
        StringBuilder text = new StringBuilder("\n### From %s until %s\n"
                .formatted(day(played.history().from()), day(played.history().until())));
        played.forecast().tiers().forEach(tier -> {
            Map<LocalDate, TreeSet<String>> days = new TreeMap<>();
            String word = tier.plan().tier().word();
            List<RecordedBackup> made = played.history().of(word);
            for (RecordedBackup backup : made) {
                Instant due = played.backlog().due(backup);
                if (due != null) {
                    days.computeIfAbsent(date(due), day -> new TreeSet<>())
                            .add(due.toString().substring(11, 16));
                }
            }
            List<LocalDate> dates = new ArrayList<>(days.keySet());
            text.append("\n%s, `%s`:\n\n```text\n".formatted(word, tier.plan().cron()));
            for (LocalDate day : dates.subList(1, dates.size() - 1)) {
                text.append("%s  %s\n".formatted(day, String.join(" ", days.getOrDefault(day, new TreeSet<>()))));
            }
            text.append("```\n");
        });
        return text.toString();
    }

    private static String differences(List<Played> plays) {
        List<String> lines = plays.stream()
                .flatMap(played -> played.differences().stream().map(found -> "- " + played.policy() + ": " + found))
                .toList();
        return lines.isEmpty() ? "None.\n" : String.join("\n", lines) + "\n";
    }

    private static LocalDate date(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static String day(Instant time) {
        return date(time).toString();
    }
}
