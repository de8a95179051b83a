package dev.ballast.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Region;
import dev.ballast.source.Document;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceFile;
import dev.ballast.source.SourceReader;
import dev.ballast.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ValidationGoldenTest {
    private static final Path CASES = Path.of("src/test/resources/golden/schema");
    private static final Set<String> FILES = Set.of("input.yaml", "expected.txt");

    private final SchemaValidation validation = new SchemaValidation(new Schemas());

    @TestFactory
    List<DynamicTest> every_case_is_found_as_written() throws IOException {
        return cases().stream()
                .map(directory ->
                        DynamicTest.dynamicTest(directory.getFileName().toString(), () -> check(directory)))
                .toList();
    }

    @Test
    void no_case_holds_an_unused_file() throws IOException {
        assertThat(cases()).hasSizeGreaterThan(20);
        for (Path directory : cases()) {
            try (Stream<Path> files = Files.list(directory)) {
                assertThat(files.map(file -> file.getFileName().toString())).isSubsetOf(FILES);
            }
        }
    }

    private void check(Path directory) throws IOException {
        SourceFile source = SourceReader.read(
                        "input.yaml", Files.readAllBytes(directory.resolve("input.yaml")), Limits.DEFAULT)
                .value()
                .orElseThrow();
        var actual = new StringBuilder();
        for (Document document : source.documents()) {
            validation.validate(document).forEach(finding -> actual.append(line(document, finding)));
        }
        boolean ok = directory.getFileName().toString().startsWith("ok-");
        assertThat(actual.isEmpty()).as(directory + " finds nothing: " + actual).isEqualTo(ok);
        Golden.check(directory.resolve("expected.txt"), actual.toString());
    }

    private static String line(Document document, Diagnostic finding) {
        Region region = document.region((Place.Field) finding.place()).orElseThrow();
        var line = new StringBuilder("%d:%d %s %s: %s"
                .formatted(
                        region.line(), region.column(), finding.severity().word(), finding.rule(), finding.message()));
        if (finding.help() != null) {
            line.append(" (").append(finding.help()).append(')');
        }
        finding.related().forEach(other -> {
            Region there = document.region((Place.Field) other.place()).orElseThrow();
            line.append(" [%d:%d %s]".formatted(there.line(), there.column(), other.message()));
        });
        return line.append('\n').toString();
    }

    private static List<Path> cases() throws IOException {
        try (Stream<Path> directories = Files.list(CASES)) {
            return directories.sorted().toList();
        }
    }
}
