package dev.ballast.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Commands in Markdown: {@code <!-- run: ballast … -->} before a fenced block that shows what was typed and answered. With
 * {@code (lines 1-9, 20-30)} at the end of the marker only those lines of the answer are shown, and how many are left out. A {@code -}
 * among the arguments reads the YAML block that stands before.
 */
final class ShownCommands {
    private static final Pattern BLOCK = Pattern.compile(
            "(?:```yaml\\n(?<yaml>.*?)```)|(?:<!-- run: (?<typed>(?:\\./)?ballast [^(>]*?)(?: \\(lines (?<lines>[0-9, -]+)\\))? -->\\n```[a-z]*\\n.*?\\n?```)",
            Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#|mailto:)([^)#\\s]+)(?:#[^)]*)?\\)");

    private final Path folder;
    private String yaml = "";

    ShownCommands(Path folder) {
        this.folder = folder;
    }

    /** The text with the output of every command as it is now. */
    String run(String text) {
        return BLOCK.matcher(text).replaceAll(found -> Matcher.quoteReplacement(block(found)));
    }

    /** Targets of the links that lead to files. */
    static List<String> links(String text) {
        return LINK.matcher(text).results().map(link -> link.group(1)).toList();
    }

    private String block(MatchResult found) {
        if (found.group(1) != null) {
            yaml = found.group(1);
            return found.group();
        }
        String typed = found.group(2);
        String[] words = typed.split(" +", -1);
        Typed ran = Typed.with(yaml, folder, (Object[]) Arrays.copyOfRange(words, 1, words.length));
        String answer = ran.out() + ran.err() + (ran.exit() == 0 ? "" : "(exit code %d)\n".formatted(ran.exit()));
        String marker = found.group().substring(0, found.group().indexOf('\n'));
        return "%s\n```console\n$ %s\n%s```".formatted(marker, typed, shown(answer, found.group(3)));
    }

    private static String shown(String answer, @Nullable String ranges) {
        if (ranges == null) {
            return answer;
        }
        List<String> all = answer.lines().toList();
        var text = new StringBuilder();
        int next = 1;
        for (String range : ranges.split(", *", -1)) {
            List<String> ends = List.of(range.split("-", -1));
            int first = Integer.parseInt(ends.get(0).strip());
            int last = Integer.parseInt(ends.get(ends.size() - 1).strip());
            leftOut(first - next, text);
            all.subList(first - 1, last).forEach(line -> text.append(line).append('\n'));
            next = last + 1;
        }
        leftOut(all.size() - next + 1, text);
        return text.toString();
    }

    private static void leftOut(int lines, StringBuilder text) {
        if (lines > 0) {
            text.append(lines == 1 ? "… (1 line more)\n" : "… (%d lines more)\n".formatted(lines));
        }
    }
}
