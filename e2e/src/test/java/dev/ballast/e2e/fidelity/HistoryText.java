package dev.ballast.e2e.fidelity;

import dev.ballast.forecast.Forecast;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link History} as lines, for whoever wants to know what a real Velero did without running one. */
final class HistoryText {
    private HistoryText() {}

    /** Lines with times in whole seconds; those that begin with {@code #} say what the others are. */
    static String of(String title, History history, Forecast forecast) {
        Backlog backlog = Backlog.of(forecast, history.from(), history.until());
        List<String> lines = new ArrayList<>();
        lines.add("# " + title);
        lines.add("# From %s, when the Schedules were made, until %s, in UTC."
                .formatted(seconds(history.from()), seconds(history.until())));
        lines.add(
                "# One line a Backup: name, tier, when it was due, started, expires, was found gone (- if it never was).");
        for (RecordedBackup backup : history.backups()) {
            lines.add(String.join(
                    " ",
                    backup.name(),
                    backup.tier(),
                    seconds(backlog.due(backup)),
                    seconds(backup.started()),
                    seconds(backup.expires()),
                    seconds(backup.collected())));
        }
        return String.join("\n", lines) + "\n";
    }

    /** What two histories of one policy have in common, however late Velero was: tiers, due times and what is gone. */
    static List<String> runs(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split(" ", -1)))
                .map(words -> words.get(1) + " " + words.get(2) + (words.get(5).equals("-") ? "" : " gone"))
                .toList();
    }

    private static String seconds(@Nullable Instant time) {
        return time == null ? "-" : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
