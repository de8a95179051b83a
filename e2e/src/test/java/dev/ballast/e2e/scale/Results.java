package dev.ballast.e2e.scale;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, as rows of a Markdown table. */
final class Results {
    private final List<String> rows = new ArrayList<>(List.of("| what | aim | measured |", "| --- | --: | --: |"));

    /**
     * Adds a row.
     *
     * @param aim empty where there is none
     */
    void add(String what, String aim, String measured) {
        rows.add("| %s | %s | %s |".formatted(what, aim, measured));
    }

    void add(String what, String aim, Duration took) {
        add(what, aim, seconds(took));
    }

    /** Adds the median of several times, and the longest. */
    void add(String what, String aim, List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        add(
                "%s, median of %d (longest)".formatted(what, sorted.size()),
                aim,
                "%s (%s)".formatted(seconds(sorted.get(sorted.size() / 2)), seconds(sorted.get(sorted.size() - 1))));
    }

    static String seconds(Duration took) {
        double seconds = took.toMillis() / 1000.0;
        return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.0f s", seconds);
    }

    String markdown() {
        return String.join("\n", rows) + "\n";
    }
}
