package dev.ballast.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.drift.ExecutionDrift;
import dev.ballast.observed.BackupPhase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Alerts are compiled where findings and phases are not known: they ask for words that the series here really have. */
class AlertedWordsTest {
    private static final Path RULES = Path.of(
            "../compiler/src/test/resources/golden/compile/alerts-become-prometheus-rules/out/prometheusrule-ballast-shop.yaml");

    @Test
    void alertsAskForFindingsThatAreTold() throws IOException {
        assertThat(asked("kind"))
                .isNotEmpty()
                .isSubsetOf(words(ExecutionDrift.Kind.values(), ExecutionDrift.Kind::word));
    }

    @Test
    void alertsAskForPhasesThatABackupCanHave() throws IOException {
        assertThat(asked("phase")).isNotEmpty().isSubsetOf(words(BackupPhase.values(), BackupPhase::word));
    }

    private static Set<String> asked(String label) throws IOException {
        var found = new TreeSet<String>();
        Pattern.compile("\\b" + label + "=~?\"([^\"]*)\"")
                .matcher(Files.readString(RULES))
                .results()
                .forEach(match -> found.addAll(Arrays.asList(match.group(1).split("\\|", -1))));
        return found;
    }

    private static <T> Set<String> words(T[] values, Function<T, String> word) {
        return Arrays.stream(values).map(word).collect(Collectors.toSet());
    }
}
