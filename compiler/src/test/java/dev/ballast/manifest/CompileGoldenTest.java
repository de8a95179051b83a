package dev.ballast.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.compile.CheckedText;
import dev.ballast.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is in {@code in} becomes what is in {@code out}, byte for byte; {@code -Dgolden.update=true} rewrites and still fails. */
class CompileGoldenTest {
    private static final Path CASES = Path.of("src/test/resources/golden/compile");

    static Stream<String> cases() throws IOException {
        return list(CASES).map(folder -> folder.getFileName().toString());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void becomesExactlyThis(String name) throws IOException {
        Path folder = CASES.resolve(name);
        var compiled = CheckedText.of(policies(folder.resolve("in")));

        assertThat(compiled.diagnostics().stream()
                        .filter(found -> found.severity() == Severity.ERROR)
                        .map(compiled::show))
                .isEmpty();
        assertThat(compiled.checked().fleet().environments())
                .as("a case has one environment, or none")
                .hasSize(1);
        SortedMap<String, String> files =
                Emitted.of(compiled.checked().fleet().environments().get(0)).files();
        SortedMap<String, String> expected = read(folder.resolve("out"));
        if (Boolean.getBoolean("golden.update") && !files.equals(expected)) {
            rewrite(folder.resolve("out"), files);
        }
        assertThat(files.keySet()).as("files in %s/out", folder).isEqualTo(expected.keySet());
        assertThat(files)
                .allSatisfy((file, text) ->
                        assertThat(text).as("%s/out/%s", folder, file).isEqualTo(expected.get(file)));
    }

    @Test
    void aCaseIsAnInAndAnOutAndNothingElse() throws IOException {
        for (Path folder : list(CASES).toList()) {
            assertThat(folder.getFileName().toString()).matches("[a-z0-9]+(-[a-z0-9]+)+");
            assertThat(list(folder).map(path -> path.getFileName().toString())).containsExactly("in", "out");
            assertThat(list(folder.resolve("in")))
                    .isNotEmpty()
                    .allMatch(file -> file.toString().endsWith(".yaml"));
        }
    }

    private static String policies(Path in) throws IOException {
        return String.join("---\n", read(in).values());
    }

    /** Every file below a folder, by its path in it. */
    private static SortedMap<String, String> read(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        if (Files.exists(folder)) {
            for (Path file : regularFiles(folder)) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }

    private static void rewrite(Path out, SortedMap<String, String> files) throws IOException {
        if (Files.exists(out)) {
            for (Path file : regularFiles(out)) {
                Files.delete(file);
            }
        }
        for (var file : files.entrySet()) {
            Path path = out.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        throw new AssertionError(
                out + " was rewritten with " + String.join(", ", files.keySet()) + "; review it and run again");
    }

    private static List<Path> regularFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static Stream<Path> list(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted(Comparator.naturalOrder()).toList().stream();
        }
    }
}
