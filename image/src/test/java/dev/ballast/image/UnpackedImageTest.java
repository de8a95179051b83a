package dev.ballast.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the image, started as its entry point says, with the Java of this build in place of that of the base. */
class UnpackedImageTest {
    private static final Path SAMPLE =
            Path.of("../cli/src/main/class-data-archive").toAbsolutePath();

    @TempDir
    private Path root = Path.of("");

    private Image image = Image.none();

    private record Ended(int exit, String out, String err) {}

    @BeforeEach
    void unpacked() throws IOException {
        image = Image.read(Path.of("target/empty-base.tar"));
        image.unpack(root);
    }

    @Test
    void startsWithoutAnArchiveAndSaysNothingOfIt() throws IOException, InterruptedException {
        Files.deleteIfExists(root.resolve("app/ballast.jsa"));
        Ended ended = start(entryPoint(List.of()), "version");
        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(ended.out()).contains(System.getProperty("project.version", "no version"));
        assertThat(ended.err().lines()).singleElement().asString().startsWith("Picked up JAVA_TOOL_OPTIONS: ");
    }

    @Test
    void startsFromAnArchiveThatWasMadeOfTheSameFiles() throws IOException, InterruptedException {
        Path archive = root.resolve("app/ballast.jsa");
        Files.deleteIfExists(archive);
        Ended made = start(
                List.of(
                        java(),
                        "-XX:ArchiveClassesAtExit=" + archive,
                        "-Xlog:disable",
                        "-jar",
                        root.resolve("app/ballast.jar").toString()),
                "compile",
                SAMPLE.toString());
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(archive).isNotEmptyFile();
        Path log = root.resolve("loaded.txt");
        Ended ended = start(entryPoint(List.of("-Xlog:class+load:file=" + log)), "compile", SAMPLE.toString());
        assertThat(ended.exit()).as(ended.err()).isZero();
        try (Stream<String> loaded = Files.lines(log)) {
            assertThat(loaded.filter(line -> line.contains("dev.ballast.") && line.contains("shared objects file")))
                    .hasSizeGreaterThan(100);
        }
    }

    /** That of the image, with its root where it was unpacked. */
    private List<String> entryPoint(List<String> more) {
        var words = new ArrayList<String>();
        for (String word : image.words("Entrypoint")) {
            words.add(word.equals("java") ? java() : word.replace("/app/", root + "/app/"));
        }
        words.addAll(words.indexOf("-jar"), more);
        return words;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private Ended start(List<String> program, String... arguments) throws IOException, InterruptedException {
        var words = new ArrayList<>(program);
        words.addAll(List.of(arguments));
        Path out = root.resolve("out.txt");
        Path err = root.resolve("err.txt");
        var process = new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile());
        process.environment().clear();
        for (String variable : image.words("Env")) {
            String[] both = variable.split("=", 2);
            process.environment().put(both[0], both[1]);
        }
        int exit = process.start().waitFor();
        return new Ended(exit, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }
}
