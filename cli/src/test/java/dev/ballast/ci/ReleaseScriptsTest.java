package dev.ballast.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes a release: one version everywhere, packed the same by everyone. */
class ReleaseScriptsTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Pattern PROJECT = Pattern.compile("(?m)^  <version>(.*)</version>$");
    private static final Pattern PARENT = Pattern.compile("(?m)^    <version>(.*)</version>\\n  </parent>$");
    private static final Pattern CHART = Pattern.compile("(?m)^(?:version: |appVersion: \"|.*/ballast:)([0-9.]+)\"?$");
    private static final Pattern INSTALL = Pattern.compile("(?<![\\d.])(\\d+\\.\\d+\\.\\d+)(?!\\d)");

    @TempDir
    private Path folder = Path.of("");

    private static String version(Path checkout) throws IOException {
        return found(PROJECT, checkout.resolve("pom.xml")).get(0);
    }

    private static List<String> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The poms of the modules, whatever these are. */
    private static List<Path> modules() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.map(module -> module.resolve("pom.xml"))
                    .filter(Files::exists)
                    .map(ROOT::relativize)
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> charts() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT.resolve("helm"))) {
            return folders.map(chart -> chart.resolve("Chart.yaml"))
                    .filter(Files::exists)
                    .map(ROOT::relativize)
                    .toList();
        }
    }

    private static void haveVersion(Path checkout, String version) throws IOException {
        String released = version.replace("-SNAPSHOT", "");
        assertThat(version(checkout)).isEqualTo(version);
        assertThat(modules())
                .hasSizeGreaterThan(4)
                .allSatisfy(pom -> assertThat(found(PARENT, checkout.resolve(pom)))
                        .as("parent of %s", pom)
                        .containsExactly(version));
        for (Path chart : charts()) {
            assertThat(found(CHART, checkout.resolve(chart)))
                    .as("%s", chart)
                    .hasSizeGreaterThan(1)
                    .containsOnly(released);
        }
        assertThat(found(INSTALL, checkout.resolve("docs/install.md")))
                .as("versions in docs/install.md")
                .isNotEmpty()
                .containsOnly(released);
    }

    @Test
    void everythingHasTheVersionOfTheProject() throws IOException {
        haveVersion(ROOT, version(ROOT));
    }

    @Test
    void theScriptGivesEverythingAnotherVersion() throws IOException {
        List<Path> files = new ArrayList<>(modules());
        files.addAll(charts());
        Stream.of("pom.xml", "docs/install.md", "ci/release/version.sh", "ci/release/tag.sh")
                .map(Path::of)
                .forEach(files::add);
        for (Path file : files) {
            Path copy = folder.resolve(file);
            Files.createDirectories(copy.resolveSibling("."));
            Files.copy(ROOT.resolve(file), copy);
        }
        assertThat(run("version.sh", "9.8.7")).isZero();
        haveVersion(folder, "9.8.7");
        assertThat(run("tag.sh", "v9.8.7")).isZero();
        assertThat(run("tag.sh", "v9.8.6")).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("pom.xml")).lines())
                .as("versions of others stay")
                .filteredOn(line -> line.contains(".version>"))
                .containsExactlyElementsOf(Files.readString(ROOT.resolve("pom.xml"))
                        .lines()
                        .filter(line -> line.contains(".version>"))
                        .toList());
        assertThat(run("version.sh", "9.9.0-SNAPSHOT")).isZero();
        haveVersion(folder, "9.9.0-SNAPSHOT");
        assertThat(run("version.sh", "next")).isEqualTo(2);
        haveVersion(folder, "9.9.0-SNAPSHOT");
    }

    private int run(String script, String argument) {
        return Shell.run(
                        folder,
                        Map.of(),
                        List.of("bash", folder.resolve("ci/release/" + script).toString(), argument))
                .exit();
    }

    @Test
    void whatIsPackedIsTheSameWheneverItWasBuilt() throws IOException {
        String first = packed("one", Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(packed("two", Instant.parse("2026-06-07T08:09:10Z"))).isEqualTo(first);
        assertThat(first).contains("  ballast-1.2.3.tar.gz\n", "  ballast.cdx.json\n");
        String names = Shell.run(
                        folder,
                        Map.of(),
                        List.of(
                                "tar",
                                "-tzf",
                                folder.resolve("one-out/ballast-1.2.3.tar.gz").toString()))
                .out();
        assertThat(names.lines())
                .containsExactly("ballast-1.2.3/ballast.jar", "ballast-1.2.3/lib/", "ballast-1.2.3/lib/a.jar");
    }

    private String packed(String name, Instant built) throws IOException {
        Path checkout = folder.resolve(name);
        write(checkout.resolve("pom.xml"), """
                <project>
                  <version>1.2.3</version>
                  <properties>
                    <project.build.outputTimestamp>2026-11-21T00:00:00Z</project.build.outputTimestamp>
                """);
        write(checkout.resolve("image/target/ballast.cdx.json"), "{}");
        for (String file : List.of("ballast.jar", "lib/a.jar", "ballast.jsa")) {
            Path jar = checkout.resolve("cli/target/ballast").resolve(file);
            write(jar, file);
            Files.setLastModifiedTime(jar, FileTime.from(built));
        }
        Path out = folder.resolve(name + "-out");
        Shell ended = Shell.run(
                folder,
                Map.of(),
                List.of("bash", ROOT.resolve("ci/release/pack.sh").toString(), checkout.toString(), out.toString()));
        assertThat(ended.exit()).as(ended.out()).isZero();
        return Files.readString(out.resolve("SHA256SUMS"));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }

    /** In place of an engine: says what it was asked, and leaves an archive where it was told, if the files are as old as in the image. */
    @Test
    void theArchiveIsMadeByTheJavaOfTheBaseFromFilesAsInTheImage() throws IOException {
        write(folder.resolve("dist/ballast.jar"), "jar");
        write(folder.resolve("dist/lib/a.jar"), "jar");
        write(folder.resolve("dist/ballast.jsa"), "of another Java");
        write(folder.resolve("bin/docker"), """
                #!/bin/bash
                printf '%s\\n' "$@" >"$0.asked"
                while [ $# -gt 0 ]; do
                  case $1 in
                    *:/app:ro) find "${1%:/app:ro}" -type f -printf '%P %Ts\\n' | sort >"$0.files" ;;
                    *:/made) echo archive >"${1%:/made}/ballast.jsa" ;;
                  esac
                  shift
                done
                """);
        Files.setPosixFilePermissions(folder.resolve("bin/docker"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Path out = folder.resolve("out");
        Shell ended = Shell.run(
                folder,
                Map.of("PATH", folder.resolve("bin") + ":" + System.getenv("PATH")),
                List.of(
                        "bash",
                        ROOT.resolve("ci/release/archive.sh").toString(),
                        "registry.example/base@sha256:1",
                        folder.resolve("dist").toString(),
                        out.toString()));
        assertThat(ended.exit()).as(ended.out()).isZero();
        assertThat(out.resolve("ballast.jsa")).hasContent("archive\n");
        assertThat(folder.resolve("bin/docker.files")).hasContent("ballast.jar 1\nlib/a.jar 1\n");
        List<String> asked = Files.readAllLines(folder.resolve("bin/docker.asked"));
        int base = asked.indexOf("registry.example/base@sha256:1");
        assertThat(asked.subList(0, base))
                .containsSequence("--entrypoint", "java")
                .containsSequence("--network", "none");
        assertThat(asked.subList(base + 1, asked.size()))
                .isEqualTo(Arrays.asList(
                        "-XX:ArchiveClassesAtExit=/made/ballast.jsa",
                        "-Xlog:disable",
                        "-XX:+UseSerialGC",
                        "-jar",
                        "/app/ballast.jar",
                        "compile",
                        "/sample"));
    }

    @Test
    void theReleaseUsesTheScripts() throws IOException {
        String workflow = Files.readString(ROOT.resolve(".github/workflows/release.yml"));
        Matcher used = Pattern.compile("bash (ci/release/\\S+\\.sh)").matcher(workflow);
        assertThat(used.results().map(script -> script.group(1)))
                .contains("ci/release/tag.sh", "ci/release/reproducible.sh", "ci/release/pack.sh", "ci/release/push.sh")
                .allSatisfy(script -> assertThat(ROOT.resolve(script)).isExecutable());
    }
}
