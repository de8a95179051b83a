package dev.ballast.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.drift.ExecutionDrift;
import dev.ballast.drift.ManifestDrift;
import dev.ballast.testing.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each reason has one page that says what to do, and each page is of a reason or of an alert. */
class RunbooksTest {
    private static final Path FOLDER = Path.of("../docs/runbooks");
    private static final Path INDEX = FOLDER.resolve("README.md");
    /** Alerts are named after what they are about; no reason begins like that. */
    private static final Predicate<String> ALERT =
            Pattern.compile("(?:BackupPolicy|Ballast)[A-Z].*").asMatchPredicate();

    private static final Pattern OPENING = Pattern.compile("# (?<title>\\S+)\\n+(?<first>(?:.|\\n(?!\\n))+)\\n\\n");
    private static final Pattern SENTENCE = Pattern.compile("(.+?\\.)(?: |$)");

    @Test
    void thereIsAPageForEachReasonAndNoOther() throws IOException {
        List<String> reasons =
                Stream.of(Reason.values()).map(Reason::word).sorted().toList();
        assertThat(reasons).doesNotHaveDuplicates().noneMatch(ALERT);
        assertThat(titles(ALERT.negate())).containsExactlyElementsOf(reasons);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void aPageSaysWhereItIsSeenHowToCheckAndHowToFix(Reason reason) {
        String page = page(reason.word());
        assertThat(opening(page).group("title")).isEqualTo(reason.word());
        assertThat(page).containsOnlyOnce("\n\n" + where(reason)).matches("(?s).*\\n## Check\\n.+\\n## Fix\\n.+");
    }

    private static String where(Reason reason) {
        return switch (reason.home()) {
            case "Event" -> "Event: ";
            case "Finding" -> "Finding: ";
            default -> "Condition: `%s` is `".formatted(reason.home());
        };
    }

    @Test
    void whatIsFoundHasAReasonOfItsOwn() {
        assertThat(Arrays.stream(ExecutionDrift.Kind.values()).map(Reason::of)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(ManifestDrift.Kind.values()).map(Reason::of)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(ExecutionDrift.Kind.values())
                        .filter(ExecutionDrift.Kind::isProtection)
                        .map(Reason::of))
                .allMatch(reason -> reason.home().equals("BackupsHealthy"));
    }

    @Test
    void theIndexHasThemAll() throws IOException {
        Golden.check(INDEX, index());
    }

    private static String index() throws IOException {
        var index = new StringBuilder("""
                # Runbooks

                A page for each reason that a condition can have, for each event that is a warning, and for each alert: what it means, how to check it, how to fix it.
                Commands take `velero` for Velero's namespace; words in capitals are yours to fill in.
                """);
        section(index, "Alerts", titles(ALERT));
        Stream.of(Reason.values()).map(Reason::home).distinct().forEach(home -> {
            String heading = switch (home) {
                case "Event" -> "Events";
                case "Finding" -> "Findings that turn no condition";
                default -> "`" + home + "`";
            };
            section(
                    index,
                    heading,
                    Stream.of(Reason.values())
                            .filter(reason -> reason.home().equals(home))
                            .map(Reason::word)
                            .toList());
        });
        return index.toString();
    }

    private static void section(StringBuilder index, String heading, List<String> titles) {
        if (!titles.isEmpty()) {
            index.append("\n## %s\n".formatted(heading));
            titles.forEach(title -> index.append("- [%s](%s.md): %s\n".formatted(title, title, firstSentence(title))));
        }
    }

    private static String firstSentence(String title) {
        String paragraph = opening(page(title)).group("first").replace('\n', ' ');
        Matcher sentence = SENTENCE.matcher(paragraph);
        return sentence.find() ? sentence.group(1) : paragraph;
    }

    private static Matcher opening(String page) {
        Matcher opening = OPENING.matcher(page);
        assertThat(opening.lookingAt())
                .as("a title and a paragraph at the beginning of: %.60s", page)
                .isTrue();
        return opening;
    }

    private static List<String> titles(Predicate<String> wanted) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                    .map(name -> name.substring(0, name.length() - ".md".length()))
                    .filter(wanted)
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private static String page(String title) {
        try {
            return Files.readString(FOLDER.resolve(title + ".md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
