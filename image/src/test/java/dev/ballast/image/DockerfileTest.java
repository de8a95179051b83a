package dev.ballast.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Dockerfile is not built here. It is linted, and says of its image what the image says that is. */
class DockerfileTest {
    private static final Path ROOT = Path.of("..");
    private static final Path DOCKERFILE = ROOT.resolve("Dockerfile");
    private static final Pattern PINNED = Pattern.compile("[a-z0-9./-]+:[A-Za-z0-9._-]+@sha256:[0-9a-f]{64}");
    private static final Pattern LABEL = Pattern.compile("(org\\.opencontainers\\.image\\.[a-z]+)=\"([^\"]*)\"");

    private static Image image = Image.none();
    private static List<String> instructions = List.of();

    @BeforeAll
    static void read() throws IOException {
        image = Image.read(Path.of("target/empty-base.tar"));
        instructions = Files.readString(DOCKERFILE)
                .replace("\\\n", " ")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** What stands behind an instruction, once for each. */
    private static List<String> all(String instruction) {
        return instructions.stream()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1).strip())
                .toList();
    }

    private static List<String> array(String instruction) throws IOException {
        return new ObjectMapper().readValue(all(instruction).get(0), new TypeReference<>() {});
    }

    @Test
    void itStartsWhatTheImageStarts() throws IOException {
        assertThat(array("ENTRYPOINT")).isEqualTo(image.words("Entrypoint"));
        assertThat(array("CMD")).isEqualTo(image.words("Cmd"));
        assertThat(all("USER")).containsExactly(image.started().path("User").asText());
        assertThat(all("WORKDIR")).endsWith(image.started().path("WorkingDir").asText());
        assertThat(all("EXPOSE").stream().map(port -> port + "/tcp"))
                .containsExactlyElementsOf(
                        () -> image.started().path("ExposedPorts").fieldNames());
        assertThat(all("ENV").stream().map(variable -> variable.replace("\"", "")))
                .containsExactlyElementsOf(image.words("Env"));
    }

    @Test
    void itsLabelsAreThoseOfTheImage() {
        var names = new ArrayList<String>();
        Matcher label = LABEL.matcher(all("LABEL").get(0));
        while (label.find()) {
            names.add(label.group(1));
            if (!label.group(2).startsWith("${")) {
                assertThat(label.group(2))
                        .isEqualTo(image.started()
                                .path("Labels")
                                .path(label.group(1))
                                .asText());
            }
        }
        var wanted = new ArrayList<String>();
        image.started().path("Labels").fieldNames().forEachRemaining(wanted::add);
        assertThat(names).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void whatItIsMadeFromIsPinned() throws IOException {
        List<String> given = all("ARG").stream()
                .filter(argument -> argument.startsWith("BUILD=") || argument.startsWith("BASE="))
                .map(argument -> argument.substring(argument.indexOf('=') + 1))
                .toList();
        assertThat(given).hasSize(2).allSatisfy(base -> assertThat(base).matches(PINNED));
        assertThat(all("FROM")).containsExactly("${BUILD} AS build", "${BASE} AS archive", "${BASE}");
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<image.base>%s</image.base>".formatted(given.get(1)));
    }

    @Test
    void everyModuleOfTheBuildReachesIt() throws IOException {
        List<String> ignore = Files.readAllLines(ROOT.resolve(".dockerignore"));
        assertThat(ignore).contains("*", "**/target");
        Matcher module = Pattern.compile("<module>(.*)</module>").matcher(Files.readString(ROOT.resolve("pom.xml")));
        var modules = new ArrayList<String>();
        while (module.find()) {
            modules.add(module.group(1));
        }
        assertThat(modules)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(ignore).containsAnyOf("!" + name, "!" + name + "/pom.xml"));
    }

    @Test
    void hadolintFindsNothing() throws IOException, InterruptedException {
        boolean there = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> !folder.isEmpty() && Files.isExecutable(Path.of(folder, "hadolint")));
        assumeTrue(there, "needs hadolint");
        Process linter = new ProcessBuilder("hadolint", "--no-color", DOCKERFILE.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(linter.getInputStream().readAllBytes(), UTF_8);
        assertThat(linter.waitFor()).as(said).isZero();
    }
}
