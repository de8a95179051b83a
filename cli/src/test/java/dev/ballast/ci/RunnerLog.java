package dev.ballast.ci;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A log as the runner reads it.
 *
 * @param commands the lines that it obeys
 * @param text the lines that it only shows
 */
record RunnerLog(List<String> commands, List<String> text) {
    private static final Pattern COMMAND = Pattern.compile("^\\s*(?:::[a-zA-Z-]+.*::|##\\[).*");
    private static final Pattern STOP = Pattern.compile("^\\s*::stop-commands::(.+)$");

    static RunnerLog of(String log) {
        List<String> commands = new ArrayList<>();
        List<String> text = new ArrayList<>();
        String stopped = "";
        for (String line : log.lines().toList()) {
            Matcher stop = STOP.matcher(line);
            if (!stopped.isEmpty()) {
                if (line.strip().equals("::" + stopped + "::")) {
                    stopped = "";
                } else {
                    text.add(line);
                }
            } else if (stop.matches()) {
                stopped = stop.group(1).strip();
            } else if (COMMAND.matcher(line).matches()) {
                commands.add(line);
            } else {
                text.add(line);
            }
        }
        return new RunnerLog(List.copyOf(commands), List.copyOf(text));
    }
}
