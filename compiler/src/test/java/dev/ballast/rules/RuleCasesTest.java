package dev.ballast.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.compile.CheckedText;
import dev.ballast.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every rule by its cases, in {@code golden/rules/<rule>/}: {@code bad-<what>.yaml} with the findings of that rule in
 * {@code bad-<what>.txt}, and {@code ok-<what>.yaml} on which it stays silent.
 */
class RuleCasesTest {
    private static final Path CASES = Path.of("src/test/resources/golden/rules");
    /** Inputs that are no text, no file, or very large, and what formatting leaves alone: they have tests of their own. */
    private static final Pattern NO_CASES =
            Pattern.compile("source\\.|format\\.|yaml\\.(not-text|too-large|too-many-\\w+) ");

    @TestFactory
    Stream<DynamicTest> everyCase() throws IOException {
        return files(CASES)
                .filter(file -> file.toString().endsWith(".yaml"))
                .map(file -> DynamicTest.dynamicTest(CASES.relativize(file).toString(), () -> check(file)));
    }

    @Test
    void everyRuleHasABadAndAnOkCaseAndNoFileIsUnused() throws IOException {
        var cases = new TreeSet<String>();
        var strays = new TreeSet<String>();
        for (Path file : files(CASES).toList()) {
            String name = name(file);
            String rule = CASES.relativize(file).getName(0).toString();
            if (name.matches("(bad|ok)-[a-z0-9-]+\\.yaml")) {
                cases.add(rule + " " + name.substring(0, name.indexOf('-')));
            } else if (!name.matches("bad-[a-z0-9-]+\\.txt")
                    || !Files.exists(file.resolveSibling(name.replace(".txt", ".yaml")))) {
                strays.add(file.toString());
            }
        }
        var wanted = new TreeSet<String>();
        Catalogue.pagesById().keySet().forEach(id -> {
            wanted.add(id + " bad");
            if (Catalogue.RULES.stream().anyMatch(rule -> rule.id().equals(id))) {
                wanted.add(id + " ok");
            }
        });
        wanted.removeIf(rule -> NO_CASES.matcher(rule).lookingAt());
        cases.removeIf(rule -> rule.endsWith(" ok") && !wanted.contains(rule));
        assertThat(strays).isEmpty();
        assertThat(cases).isEqualTo(wanted);
    }

    private static void check(Path file) throws IOException {
        String rule = CASES.relativize(file).getName(0).toString();
        CheckedText checked = CheckedText.of(Files.readString(file));
        String found = checked.diagnostics().stream()
                .filter(diagnostic -> diagnostic.rule().equals(rule))
                .map(checked::show)
                .collect(Collectors.joining());
        if (name(file).startsWith("ok-")) {
            assertThat(found).isEmpty();
            return;
        }
        assertThat(found).as("a bad case must be found").isNotEmpty();
        Golden.check(Path.of(file.toString().replace(".yaml", ".txt")), found);
    }

    private static String name(Path file) {
        return CASES.relativize(file).getName(1).toString();
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            return List.copyOf(all.filter(Files::isRegularFile).sorted().toList()).stream();
        }
    }
}
