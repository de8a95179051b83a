package dev.ballast.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of a checkout that was built, with programs in place of Java that write down how they were started. */
class LauncherTest {
    @TempDir
    Path folder;

    private Path checkout = Path.of("");

    @BeforeEach
    void build() throws IOException {
        checkout = Files.createDirectories(folder.resolve("a checkout"));
        Files.copy(Path.of("ballast"), checkout.resolve("ballast"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(home());
        for (String made : List.of("ballast.jar", "built")) {
            Path file = Files.createFile(home().resolve(made));
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-21T00:00:00Z")));
        }
    }

    @Test
    void eachJavaMakesItsOwnArchiveOnce() throws IOException {
        Path old = java("17");
        Path young = java("25");

        start(old);
        start(old);
        start(young);
        start(young);
        start(old);

        assertThat(runs(old)).containsExactly("makes", "uses what 17 made", "uses what 17 made", "uses what 17 made");
        assertThat(runs(young)).containsExactly("makes", "uses what 25 made", "uses what 25 made");
        assertThat(archives()).hasSize(2);
    }

    @Test
    void aNewBuildNeedsANewArchive() throws IOException {
        Path java = java("17");
        start(java);
        Files.setLastModifiedTime(
                home().resolve("built"), FileTime.from(Instant.now().plusSeconds(60)));
        start(java);

        assertThat(runs(java)).containsExactly("makes", "uses what 17 made", "makes", "uses what 17 made");
        assertThat(archives()).hasSize(1);
    }

    @Test
    void aJavaThatMakesNoneIsStartedAllTheSame() throws IOException {
        Path java = java("17");
        Files.createFile(java.resolve("makes-none"));
        start(java);

        assertThat(runs(java)).containsExactly("uses none");
        assertThat(archives()).isEmpty();
    }

    private Path home() {
        return checkout.resolve("cli/target/ballast");
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(home())) {
            return files.filter(file -> file.toString().contains(".jsa")).toList();
        }
    }

    /** A Java of a release, and below it the list of its runs. */
    private Path java(String release) throws IOException {
        Path java = Files.createDirectories(folder.resolve("jdk-" + release));
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"" + release + "\"\n");
        Path program = Files.createDirectories(java.resolve("bin")).resolve("java");
        Files.writeString(program, """
                #!/bin/sh
                folder=${0%%/bin/java}
                for word in "$@"; do
                  case $word in
                    -XX:ArchiveClassesAtExit=*)
                      if [ -f "$folder/makes-none" ]; then exit 1; fi
                      echo %1$s >"${word#*=}"; echo makes >>"$folder/runs"; exit 0 ;;
                    -XX:SharedArchiveFile=*)
                      if [ -f "${word#*=}" ]; then echo "uses what $(cat "${word#*=}") made" >>"$folder/runs"
                      else echo "uses none" >>"$folder/runs"; fi ;;
                  esac
                done
                """.formatted(release));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return java;
    }

    private void start(Path java) {
        Shell ended = Shell.run(
                folder,
                Map.of("JAVA_HOME", java.toString()),
                List.of(checkout.resolve("ballast").toString(), "version"));
        assertThat(ended.exit()).as(ended.out()).isZero();
    }

    private static List<String> runs(Path java) throws IOException {
        return Files.readAllLines(java.resolve("runs"));
    }
}
