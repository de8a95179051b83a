package dev.ballast.trial;

import dev.ballast.report.Ages;
import dev.ballast.report.TextTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Trials for people: a line for one that holds; for one that does not, every statement and what happens around the breach. */
public final class TrialText {
    private TrialText() {}

    /** The whole text. */
    public static String of(List<Trial> trials) {
        var text = new StringBuilder();
        for (Trial trial : trials) {
            if (trial.holds()) {
                text.append("ok    %s: %s\n      %s\n".formatted(trial.test().name(), scene(trial), found(trial)));
            } else {
                text.append("FAIL  %s: %s\n".formatted(trial.test().name(), scene(trial)));
                trial.statements().forEach(judged -> statement(judged, text));
            }
        }
        return text.append(text.length() == 0 || text.toString().endsWith("\n\n") ? "" : "\n")
                .append(sum(trials))
                .toString();
    }

    /** What is played, for example {@code bookstore in prod, 2026-01-01 and 400 days, 1 outage}. */
    static String scene(Trial trial) {
        int outages = trial.test().outages().size();
        return "%s%s, %s and %s%s"
                .formatted(
                        trial.test().policy(),
                        trial.environment() == null ? "" : " in " + trial.environment(),
                        Ages.date(trial.test().from()),
                        trial.test().days() == 1 ? "1 day" : trial.test().days() + " days",
                        outages == 0 ? "" : outages == 1 ? ", 1 outage" : ", %d outages".formatted(outages));
    }

    private static String found(Trial trial) {
        return trial.statements().stream()
                .map(judged -> judged.statement() + " " + judged.found())
                .collect(Collectors.joining(", "));
    }

    private static void statement(Judged judged, StringBuilder text) {
        text.append("      %-4s  %-14s expected %s, found %s\n"
                .formatted(judged.holds() ? "ok" : "FAIL", judged.statement(), expected(judged), judged.found()));
        Judged.Breach breach = judged.breach();
        if (breach != null) {
            text.append("            ").append(breach.message()).append('\n');
            if (!breach.timeline().isEmpty()) {
                text.append('\n')
                        .append(timeline(breach.timeline(), "          "))
                        .append('\n');
            }
        }
    }

    private static String expected(Judged judged) {
        return switch (judged.statement()) {
            case "lookback" -> "at least " + judged.expected();
            case "newestGoodAge", "cost" -> "at most " + judged.expected();
            default -> judged.expected();
        };
    }

    /** Rows of what happens, the one of the breach marked. */
    static String timeline(List<Row> rows, String indent) {
        var table = new TextTable(List.of("", "time (UTC)", "what happens", ">points", ">newest"));
        for (Row row : rows) {
            Duration newest = row.newest();
            table.row(
                    row.here() ? ">" : "",
                    Ages.clock(row.time()),
                    happens(row),
                    Integer.toString(row.points()),
                    newest == null ? "-" : Ages.text(newest));
        }
        return table.text(indent);
    }

    private static String happens(Row row) {
        var events = new ArrayList<String>();
        for (String event : row.events()) {
            if (!events.contains(event)) {
                events.add(event);
            }
        }
        return events.isEmpty() ? "-" : String.join(", ", events);
    }

    private static String sum(List<Trial> trials) {
        long failed = trials.stream().filter(trial -> !trial.holds()).count();
        String tests = trials.size() == 1 ? "1 test" : trials.size() + " tests";
        return trials.isEmpty()
                ? "no test to run\n"
                : "%s, %s\n".formatted(tests, failed == 0 ? "all hold" : failed + " failed");
    }
}
