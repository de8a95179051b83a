package dev.ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ballast.schema.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherCommandsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatInitMakesIsValidAndCompiles() throws IOException {
        Typed init = Typed.in(folder, "init", "repo");
        assertThat(init.exit()).as(init.err()).isZero();
        Path policies = folder.resolve("repo/policies");
        Typed validate = Typed.in(folder, "validate", policies, "--fail-on", "warning");
        assertThat(validate.exit()).as(validate.out()).isZero();
        assertThat(Typed.in(folder, "compile", policies).out()).contains("name: shop-monthly");
        assertThat(Typed.in(folder, "fmt", "--check", policies).exit()).isZero();
        try (var files = Files.walk(policies)) {
            files.filter(Files::isRegularFile).forEach(OtherCommandsTest::modelineLeadsToASchema);
        }
    }

    private static void modelineLeadsToASchema(Path file) {
        try {
            String schema = Files.readAllLines(file).get(0).replace("# yaml-language-server: $schema=", "");
            assertThat(file.resolveSibling(schema)).exists();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void initNeverOverwrites() throws IOException {
        Path readme = Policies.file(folder, "README.md", "mine\n");
        Typed typed = Typed.in(folder, "init");
        assertThat(typed.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(Files.readString(readme)).isEqualTo("mine\n");
        assertThat(folder.resolve("policies")).doesNotExist();
    }

    @Test
    void fmtBringsAFileIntoCanonicalFormOnce() throws IOException {
        String written =
                "kind: BackupStore\napiVersion: ballast.dev/v1alpha1\nmetadata:\n    name: 'a'  # why\nspec: {provider: aws, bucket: b, region: r}\n";
        Path file = Policies.file(folder, "store.yaml", written);
        assertThat(Typed.in(folder, "fmt", "--check", file).exit()).isEqualTo(Exit.FINDINGS);
        assertThat(Files.readString(file)).isEqualTo(written);
        assertThat(Typed.in(folder, "fmt", file).exit()).isZero();
        assertThat(Files.readString(file))
                .startsWith("apiVersion: ballast.dev/v1alpha1\nkind: BackupStore\nmetadata:\n  name: a # why\n");
        assertThat(Typed.in(folder, "fmt", "--check", file).exit()).isZero();
        assertThat(Typed.with(written, folder, "fmt", "-").out()).isEqualTo(Files.readString(file));
    }

    @Test
    void fmtLeavesAFileAloneThatCannotBeRead() throws IOException {
        Path file = Policies.file(folder, "broken.yaml", "apiVersion: ballast.dev/v1alpha1\nkind: [\n");
        Typed typed = Typed.in(folder, "fmt", file);
        assertThat(typed.exit()).isEqualTo(Exit.FINDINGS);
        assertThat(Files.readString(file)).endsWith("kind: [\n");
    }

    @Test
    void explainShowsWhereEachValueCameFrom() throws IOException {
        Policies.write(folder, "prod");
        Typed typed = Typed.in(folder, "explain", "shop", folder);
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(typed.out())
                .containsPattern("keep\\.daily +7 +\\S*shop\\.yaml:6 +BackupPolicy shop")
                .containsPattern("minGood +3 +<built-in>")
                .contains("ttl 168h0m0s, 7 × 24h", "next Sun 2026-11-22 02:00 UTC");
    }

    @Test
    void explainShowsRunsOnTheClockOfTheZoneAndInUtc() throws IOException {
        Policies.write(folder, "prod");
        Policies.file(folder, "shop.yaml", Policies.SHOP + "  schedule: {timezone: Europe/Berlin, daily: \"04:00\"}\n");
        assertThat(Typed.in(folder, "explain", "shop", folder).out())
                .contains("CRON_TZ=Europe/Berlin 0 4 * * *")
                .contains("next Sun 2026-11-22 04:00 Europe/Berlin   Sun 2026-11-22 03:00 UTC");
    }

    @Test
    void explainInJsonCarriesProvenanceAndFiveRuns() throws IOException {
        Policies.write(folder, "prod");
        JsonNode report = new ObjectMapper()
                .readTree(Typed.in(folder, "explain", "shop", folder, "-o", "json")
                        .out());
        assertThat(report.path("kind").asText()).isEqualTo("ExplainReport");
        assertThat(report.at("/provenance/~1keep~1daily/line").asInt()).isEqualTo(6);
        assertThat(report.at("/tiers/0/nextRuns")).hasSize(5);
        assertThat(report.at("/tiers/0/ttl").asText()).isEqualTo("168h0m0s");
    }

    @Test
    void explainKnowsNoOtherPolicy() throws IOException {
        Typed typed = Typed.in(folder, "explain", "shp", Policies.write(folder, "prod"));
        assertThat(typed.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(typed.err()).contains("did you mean `shop`");
    }

    @Test
    void explainRuleShowsItsPageAndListsAll() {
        assertThat(Typed.in(folder, "explain", "rule", "retention.shorter-than-interval")
                        .out())
                .startsWith("retention.shorter-than-interval (error)")
                .contains("## Prefer");
        assertThat(Typed.in(folder, "explain", "rule").out()).contains("retention.shorter-than-interval");
        assertThat(Typed.in(folder, "explain", "rule", "retention.shorter").exit())
                .isEqualTo(Exit.CANNOT_RUN);
    }

    @Test
    void everyKindHasASchemaAndADefinition() throws IOException {
        for (Kind kind : Kind.values()) {
            assertThat(new ObjectMapper()
                            .readTree(Typed.in(folder, "schema", kind.word()).out())
                            .path("properties"))
                    .isNotEmpty();
        }
        assertThat(Typed.in(folder, "crds").out().split("kind: CustomResourceDefinition\n", -1))
                .hasSize(Kind.values().length + 1);
        assertThat(Typed.in(folder, "schema", "BackupPolcy").err()).contains("did you mean `BackupPolicy`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void thereIsCompletionForEveryShell(String shell) {
        Typed typed = Typed.in(folder, "completion", shell);
        assertThat(typed.exit()).isZero();
        assertThat(typed.out()).contains("validate", "environment");
    }

    @Test
    void permissionsAreWrittenForTheNamespaceAndAccountAskedFor() {
        Typed printed = Typed.in(folder, "rbac", "--namespace", "backup", "--name", "ballast");
        assertThat(printed.exit()).isZero();
        assertThat(printed.out().split("---\n", -1)).hasSize(5);
        assertThat(printed.out())
                .contains("kind: ClusterRole\nmetadata:\n  name: backup-ballast\n", "namespace: backup\n")
                .doesNotContain("velero-ballast", "namespace: velero", "secrets");
    }

    @Test
    void aNameThatKubernetesWouldRefuseCannotBeGivenPermissions() {
        Typed printed = Typed.in(folder, "rbac", "--namespace", "Velero");
        assertThat(printed.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(printed.err()).contains("`Velero` is no name");
        assertThat(printed.out()).isEmpty();
    }

    @Test
    void everyCommandHasHelpWithAnExample() {
        for (String command : new String[] {
            "init",
            "validate",
            "fmt",
            "compile",
            "explain",
            "forecast",
            "test",
            "compare",
            "prices",
            "schema",
            "crds",
            "rbac",
            "completion"
        }) {
            Typed help = Typed.in(folder, command, "--help");
            assertThat(help.exit()).as(command).isZero();
            assertThat(help.out()).contains("Examples:", "ballast " + command);
        }
    }

    @Test
    void usageErrorsEndWithTwo() {
        assertThat(Typed.in(folder).exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(Typed.in(folder, "valdate").exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(Typed.in(folder, "valdate").err()).contains("validate");
        assertThat(Typed.in(folder, "version").out()).contains("Velero 1.14.0 to 1.18.3");
    }
}
