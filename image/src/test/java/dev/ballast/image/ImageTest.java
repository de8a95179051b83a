package dev.ballast.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarInputStream;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is in the image, what it says of itself, and that it is the same when it is made again. */
class ImageTest {
    private static final Path TAR = Path.of("target/empty-base.tar");
    private static final String VERSION = System.getProperty("project.version", "");
    private static final String OPENCONTAINERS = "org.opencontainers.image.";
    private static final Pattern SECRET =
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----\\s+[A-Za-z0-9+/]{20}|gh[pousr]_[A-Za-z0-9]{36}");

    private static Image image = Image.none();

    @BeforeAll
    static void read() throws IOException {
        image = Image.read(TAR);
    }

    @Test
    void nobodyRunsItAndNoShellIsNeeded() {
        assertThat(image.started().path("User").asText()).matches("[1-9]\\d{4,}:[1-9]\\d{4,}");
        assertThat(image.words("Entrypoint"))
                .containsExactly(
                        "java",
                        "-Xshare:auto",
                        "-XX:SharedArchiveFile=/app/ballast.jsa",
                        "-Xlog:disable",
                        "-jar",
                        "/app/ballast.jar");
        assertThat(image.words("Cmd")).containsExactly("--help");
        assertThat(image.started().path("WorkingDir").asText()).isEqualTo("/work");
        assertThat(image.started().path("Volumes")).isEmpty();
        assertThat(new TreeSet<>(fields("ExposedPorts"))).containsExactly("8080/tcp");
    }

    @Test
    void theEnvironmentHasOptionsForJavaAndNothingElse() {
        assertThat(image.words("Env")).singleElement().asString().satisfies(variable -> {
            assertThat(variable).startsWith("JAVA_TOOL_OPTIONS=");
            assertThat(variable.substring(variable.indexOf('=') + 1).split(" ", -1))
                    .containsExactlyInAnyOrder(
                            "-XX:MaxRAMPercentage=60",
                            "-XX:+UseSerialGC",
                            "-XX:+ExitOnOutOfMemoryError",
                            "-XX:-UsePerfData");
        });
    }

    @Test
    void labelsSayWhatItIs() {
        assertThat(fields("Labels"))
                .containsExactlyInAnyOrder(
                        OPENCONTAINERS + "title",
                        OPENCONTAINERS + "description",
                        OPENCONTAINERS + "version",
                        OPENCONTAINERS + "revision",
                        OPENCONTAINERS + "licenses",
                        OPENCONTAINERS + "source",
                        OPENCONTAINERS + "documentation");
        assertThat(image.started()
                        .path("Labels")
                        .path(OPENCONTAINERS + "version")
                        .asText())
                .isNotEmpty()
                .isEqualTo(VERSION);
    }

    private static List<String> fields(String object) {
        var names = new ArrayList<String>();
        image.started().path(object).fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void whatOthersMadeLiesBelowWhatChangesWithUs() {
        Set<String> ours = Set.of(
                "app/ballast.jar",
                "app/lib/policy-schema-%s.jar".formatted(VERSION),
                "app/lib/compiler-%s.jar".formatted(VERSION),
                "app/lib/reconciler-%s.jar".formatted(VERSION));
        List<Map<String, byte[]>> layers = image.files();
        assertThat(layers).hasSizeBetween(2, 3);
        assertThat(layers.get(0).keySet()).hasSizeGreaterThan(20).doesNotContainAnyElementsOf(ours);
        assertThat(layers.get(1).keySet()).containsExactlyInAnyOrderElementsOf(ours);
    }

    @Test
    void itHoldsTheClassPathAndNothingElse() throws IOException {
        var files = new TreeMap<String, byte[]>();
        image.files().forEach(files::putAll);
        files.remove("app/ballast.jsa");
        var wanted = new TreeSet<>(Set.of("app/ballast.jar"));
        try (var jar = new JarInputStream(new ByteArrayInputStream(jar(files, "app/ballast.jar")))) {
            for (String name :
                    jar.getManifest().getMainAttributes().getValue("Class-Path").split(" ", -1)) {
                wanted.add("app/" + name);
            }
        }
        assertThat(files.keySet())
                .as("files of the image; `mvn clean` if the distribution has libraries of an earlier build")
                .isEqualTo(wanted);
    }

    @Test
    void nothingOfTheBuildAndNoSecretIsInOurJars() throws IOException {
        Map<String, byte[]> ours = image.files().get(1);
        String home = System.getProperty("user.home");
        String checkout = Path.of("..").toAbsolutePath().normalize().toString();
        int texts = 0;
        for (byte[] bytes : ours.values()) {
            try (var jar = new JarInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                    String text = new String(jar.readAllBytes(), ISO_8859_1);
                    assertThat(text).as(entry.getName()).doesNotContain(home + "/", checkout + "/");
                    assertThat(SECRET.matcher(text).find()).as(entry.getName()).isFalse();
                    texts++;
                }
            }
        }
        assertThat(texts).isGreaterThan(500);
    }

    @Test
    void nothingTellsWhereAndWhenItWasMade() {
        assertThat(Instant.parse(image.config().path("created").asText()))
                .isEqualTo(Instant.parse(System.getProperty("project.build.outputTimestamp", "")));
        image.layers()
                .forEach(layer -> assertThat(layer).isNotEmpty().allSatisfy(entry -> {
                    assertThat(entry.user()).isZero();
                    assertThat(entry.group()).isZero();
                    assertThat(entry.modified()).isEqualTo(Instant.ofEpochSecond(1));
                    assertThat(entry.mode() & 0777).isEqualTo(entry.isFile() ? 0644 : 0755);
                }));
    }

    @Test
    void madeAgainItIsTheSame() throws IOException {
        assertThat(Files.mismatch(TAR, Path.of("target/empty-base-again.tar"))).isEqualTo(-1);
    }

    private static byte[] jar(Map<String, byte[]> files, String name) {
        return Objects.requireNonNull(files.get(name), name);
    }
}
