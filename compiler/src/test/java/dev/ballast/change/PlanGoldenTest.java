package dev.ballast.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ballast.forecast.ExistingBackup;
import dev.ballast.forecast.Inventory;
import dev.ballast.report.ReportEnvelope;
import dev.ballast.report.ReportSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of {@code before.yaml} in {@code after.yaml}, in every form; {@code -Dgolden.update=true} rewrites and still fails. */
class PlanGoldenTest {
    private static final Path CASES = Path.of("src/test/resources/golden/plan");
    private static final Set<String> INPUTS = Set.of("before.yaml", "after.yaml", "backups.json");

    static Stream<String> cases() throws IOException {
        return list(CASES).stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysExactlyThis(String name) throws IOException {
        Path folder = CASES.resolve(name);
        Map<String, String> made = render(folder);
        var expected = new TreeMap<String, String>();
        for (String file : list(folder)) {
            if (!INPUTS.contains(file)) {
                expected.put(file, Files.readString(folder.resolve(file)));
            }
        }
        if (Boolean.getBoolean("golden.update") && !made.equals(expected)) {
            for (var file : made.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            fail("rewritten: " + folder);
        }
        assertThat(made.keySet()).as("files in %s", folder).isEqualTo(expected.keySet());
        assertThat(made)
                .allSatisfy((file, text) ->
                        assertThat(text).as("%s/%s", folder, file).isEqualTo(expected.get(file)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theReportIsWhatItsSchemaSays(String name) throws IOException {
        Comparison comparison = compare(CASES.resolve(name));
        assertThat(ReportSchemas.violations("plan-report", PlanJson.of(comparison)))
                .isEmpty();
    }

    @Test
    void caseNamesAreSentences() throws IOException {
        assertThat(cases()).hasSizeGreaterThan(8).allMatch(name -> name.matches("[a-z0-9]+(-[a-z0-9]+)+"));
    }

    private static Map<String, String> render(Path folder) throws IOException {
        Comparison comparison = compare(folder);
        return new TreeMap<>(Map.of(
                "plan.txt", PlanText.of(comparison),
                "plan.md", PlanMarkdown.of(comparison, "default"),
                "plan.json", ReportEnvelope.text(PlanJson.of(comparison)),
                "github.txt", PlanGithub.of(comparison)));
    }

    private static Comparison compare(Path folder) throws IOException {
        return Compared.of(
                Files.readString(folder.resolve("before.yaml")),
                Files.readString(folder.resolve("after.yaml")),
                backups(folder.resolve("backups.json")));
    }

    private static List<ExistingBackup> backups(Path file) throws IOException {
        return Files.exists(file)
                ? Inventory.read(new ObjectMapper().readTree(Files.readAllBytes(file)))
                        .orElseThrow()
                : List.of();
    }

    private static List<String> list(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
