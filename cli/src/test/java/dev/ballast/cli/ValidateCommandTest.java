package dev.ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void nothingFoundIsSaid() throws IOException {
        Typed typed = Typed.in(folder, "validate", Policies.write(folder, "prod"));
        assertThat(typed.exit()).as(typed.out()).isZero();
        assertThat(typed.out()).isEqualTo("nothing found in 3 files (3 documents, 1 policy)\n");
    }

    @Test
    void findingsShowTheirLineAndEndWithOne() throws IOException {
        Policies.write(folder, "prod");
        Policies.file(folder, "shop.yaml", Policies.SHOP.replace("keep", "keeep"));
        Typed typed = Typed.in(folder, "validate", folder);
        assertThat(typed.exit()).isEqualTo(Exit.FINDINGS);
        assertThat(typed.out()).contains("shop.yaml:6:3", "keeep: {daily: 7}", "^^^^^", "did you mean `keep`");
        assertThat(typed.out()).endsWith("1 error in 3 files (3 documents, 1 policy)\n");
    }

    @Test
    void warningsFailOnlyWhenAsked() throws IOException {
        Policies.write(folder, "prod");
        Policies.file(folder, "exception.yaml", """
                apiVersion: ballast.dev/v1alpha1
                kind: PolicyException
                metadata: {name: old}
                spec:
                  rule: retention.shorter-than-interval
                  target: {kind: BackupPolicy, name: shop}
                  reason: a reason of more than twenty characters
                  owner: team-shop
                  expires: 2026-01-01
                """);
        assertThat(Typed.in(folder, "validate", folder).exit()).isZero();
        Typed strict = Typed.in(folder, "validate", folder, "--fail-on", "warning");
        assertThat(strict.exit()).isEqualTo(Exit.FINDINGS);
        assertThat(strict.out()).contains("exception.expired");
    }

    @Test
    void jsonCountsWhatWasReadAndPassedOver() throws IOException {
        Policies.write(folder, "prod");
        Policies.file(folder, "other.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n");
        Typed typed = Typed.in(folder, "validate", folder, "-o", "json");
        JsonNode report = new ObjectMapper().readTree(typed.out());
        assertThat(report.path("kind").asText()).isEqualTo("ValidationReport");
        assertThat(report.path("at").asText()).isEqualTo("2026-11-21T09:00:00Z");
        assertThat(report.path("summary").path("files").asInt()).isEqualTo(4);
        assertThat(report.path("summary").path("documents").asInt()).isEqualTo(3);
        assertThat(report.path("summary").path("passedOver").asInt()).isEqualTo(1);
    }

    @Test
    void aReportCanGoToAFileBesideAnother() throws IOException {
        Policies.write(folder.resolve("in"), "prod");
        Typed typed =
                Typed.in(folder, "validate", folder.resolve("in"), "-o", "text", "-o", "sarif=reports/findings.sarif");
        assertThat(typed.out()).startsWith("nothing found");
        assertThat(Files.readString(folder.resolve("reports/findings.sarif"))).contains("\"2.1.0\"");
    }

    @Test
    void anUnknownFormatIsRefused() throws IOException {
        Typed typed = Typed.in(folder, "validate", Policies.write(folder, "prod"), "-o", "xml");
        assertThat(typed.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(typed.err()).contains("`xml`", "sarif");
    }

    @Test
    void aPathThatDoesNotExistCannotBeRead() {
        Typed typed = Typed.in(folder, "validate", folder.resolve("nothing-here"));
        assertThat(typed.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(typed.err()).contains("does not exist");
    }

    @Test
    void aLinkThatLeadsBackIsReportedNotFollowed() throws IOException {
        Policies.write(folder, "prod");
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        Typed typed = Typed.in(folder, "validate", folder);
        assertThat(typed.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(typed.out()).contains("source.loop", "loop");
    }

    @Test
    void aFolderThatMayNotBeReadIsReported() throws IOException {
        Policies.write(folder, "prod");
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, java.util.Set.of());
        // The superuser may read everything; a link to nothing shows the same way of reporting.
        Files.createSymbolicLink(folder.resolve("dangling.yaml"), folder.resolve("gone.yaml"));
        Typed typed = Typed.in(folder, "validate", folder);
        assertThat(typed.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(typed.out()).contains("source.unreadable", "dangling.yaml");
    }

    @Test
    void aHugeFileIsRefusedByItsSize() throws IOException {
        try (var file = new RandomAccessFile(folder.resolve("huge.yaml").toFile(), "rw")) {
            file.setLength(100L << 20);
        }
        Typed typed = Typed.in(folder, "validate", folder);
        assertThat(typed.exit()).isEqualTo(Exit.FINDINGS);
        assertThat(typed.out()).contains("yaml.too-large", "huge.yaml");
    }

    @Test
    void aBinaryFileIsRefused() throws IOException {
        Files.write(folder.resolve("image.yaml"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13});
        Typed typed = Typed.in(folder, "validate", folder);
        assertThat(typed.exit()).isEqualTo(Exit.FINDINGS);
        assertThat(typed.out()).contains("image.yaml");
    }

    @Test
    void aBillionLaughsEndInAFinding() throws IOException {
        var bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
        }
        Policies.file(folder, "bomb.yaml", bomb.toString());
        Typed typed = Typed.in(folder, "validate", folder);
        assertThat(typed.exit()).isEqualTo(Exit.FINDINGS);
        assertThat(typed.out()).contains("yaml.alias-expansion");
    }

    @Test
    void aBugOfOursPrintsOneLineAndKeepsTheDetails() throws IOException {
        var broken = new InputStream() {
            @Override
            public int read(byte[] into, int from, int length) {
                return read();
            }

            @Override
            public int read() {
                throw new IllegalStateException("broken on purpose");
            }
        };
        Typed typed = Typed.with(broken, folder, "validate", "-");
        assertThat(typed.exit()).isEqualTo(Exit.BUG);
        assertThat(typed.err().lines()).hasSize(1);
        String file = typed.err().strip().replaceFirst(".*details: ", "");
        assertThat(Files.readString(Path.of(file))).contains("broken on purpose", "ValidateCommandTest");
        Files.delete(Path.of(file));
    }
}
