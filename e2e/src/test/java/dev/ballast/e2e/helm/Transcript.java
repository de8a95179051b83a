package dev.ballast.e2e.helm;

import dev.ballast.e2e.cluster.Finished;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The commands that a page shows as typed in a cluster: the block after {@code <!-- in a cluster -->}. What differs from run to run, which is when
 * something was deployed and how old it is, is shown as {@code …}.
 */
record Transcript(String page) {
    private static final Pattern BLOCK =
            Pattern.compile("(<!-- in a cluster -->\n```console\n)(.*?)(\n```)", Pattern.DOTALL);
    private static final Pattern MOMENT = Pattern.compile("(?m)^(LAST DEPLOYED: ).*$");
    private static final Pattern AGE = Pattern.compile("(?m) \\d+[smh]\\d*s?$");

    /** Answers a command. */
    interface Shell {
        Finished run(String command) throws IOException, InterruptedException;
    }

    /** The commands in their order. */
    List<String> commands() {
        return block().group(2)
                .lines()
                .filter(line -> line.startsWith("$ "))
                .map(line -> line.substring(2))
                .toList();
    }

    /** The page with what the commands answer now. */
    String answered(Shell shell) throws IOException, InterruptedException {
        var shown = new StringBuilder();
        for (String command : commands()) {
            Finished ran = shell.run(command);
            shown.append("$ ").append(command).append('\n').append(steady(ran.stdout() + ran.stderr()));
            if (ran.exit() != 0) {
                shown.append("(exit code ").append(ran.exit()).append(")\n");
            }
        }
        return block().replaceFirst(Matcher.quoteReplacement(
                block().group(1) + shown.toString().stripTrailing() + block().group(3)));
    }

    private static String steady(String answer) {
        String timeless = MOMENT.matcher(answer).replaceAll("$1…");
        String ageless = AGE.matcher(timeless).replaceAll(" …");
        return ageless.stripTrailing() + "\n";
    }

    private Matcher block() {
        Matcher found = BLOCK.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("the page shows no commands in a cluster");
        }
        return found;
    }

    /** The words of a command, with files of this tree where they are. */
    static String[] words(String command, Path root) {
        return Stream.of(command.split(" ", -1))
                .map(word -> word.startsWith("helm/") || word.startsWith("examples/")
                        ? root.resolve(word).toString()
                        : word)
                .toArray(String[]::new);
    }
}
