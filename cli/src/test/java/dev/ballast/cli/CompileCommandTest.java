package dev.ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompileCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void manifestsGoToStandardOutputAndNothingElseDoes() throws IOException {
        Typed typed = Typed.in(folder, "compile", Policies.write(folder, "prod"));
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(typed.out()).startsWith("apiVersion: velero.io/v1\nkind: BackupStorageLocation\n");
        assertThat(typed.out())
                .contains("---\napiVersion: velero.io/v1\nkind: Schedule\n")
                .doesNotContain("status");
        assertThat(typed.err()).isEmpty();
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        Policies.write(folder, "prod");
        assertThat(Typed.in(folder, "compile", folder).out())
                .isEqualTo(Typed.in(folder, "compile", folder).out());
    }

    @Test
    void anErrorLeavesStandardOutputEmpty() throws IOException {
        Policies.write(folder, "prod");
        Policies.file(
                folder, "broken.yaml", Policies.SHOP.replace("shop", "other").replace("7", "none"));
        Typed typed = Typed.in(folder, "compile", folder);
        assertThat(typed.exit()).isEqualTo(Exit.FINDINGS);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).contains("broken.yaml:6:");
    }

    @Test
    void aSeverityThatDoesNotExistIsRefused() throws IOException {
        Typed typed = Typed.in(folder, "compile", Policies.write(folder, "prod"), "--fail-on", "warnings");
        assertThat(typed.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).contains("`warnings`", "`warning`");
    }

    @Test
    void withoutAnyEnvironmentTheBuiltInDefaultsHold() throws IOException {
        Typed typed = Typed.in(folder, "compile", Policies.write(folder));
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(typed.out()).contains("name: shop-daily");
    }

    @Test
    void severalEnvironmentsMustBeChosenFrom() throws IOException {
        Policies.write(folder, "dev", "prod");
        Typed typed = Typed.in(folder, "compile", folder);
        assertThat(typed.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(typed.err()).contains("`dev`", "`prod`", "`--environment`");
        assertThat(Typed.in(folder, "compile", folder, "--environment", "prod").out())
                .contains("prefix: prod")
                .doesNotContain("prefix: dev");
    }

    @Test
    void anUnknownEnvironmentIsNamedWithTheOneThatWasMeant() throws IOException {
        Policies.write(folder, "dev", "prod");
        Typed typed = Typed.in(folder, "compile", folder, "--environment", "prd");
        assertThat(typed.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(typed.err()).contains("`prd`", "did you mean `prod`");
    }

    @Test
    void allEnvironmentsGoIntoOneFolderEach() throws IOException {
        Policies.write(folder.resolve("in"), "dev", "prod");
        Typed typed = Typed.in(folder, "compile", folder.resolve("in"), "--environment", "all", "--output-dir", "out");
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(files(folder.resolve("out")))
                .contains("dev/schedule-shop-daily.yaml", "prod/schedule-shop-daily.yaml");
        assertThat(Typed.in(folder, "compile", folder.resolve("in"), "--environment", "all")
                        .exit())
                .isEqualTo(Exit.CANNOT_RUN);
    }

    @Test
    void noPolicyIsAnErrorUnlessItIsMeant() throws IOException {
        Policies.file(folder, "store.yaml", Policies.STORE.formatted("prod"));
        assertThat(Typed.in(folder, "compile", folder).exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(Typed.in(folder, "compile", folder, "--allow-empty").exit()).isZero();
    }

    @Test
    void aFolderIsBroughtUpToDateAndOnlyOwnFilesAreRemoved() throws IOException {
        Path in = Policies.write(folder.resolve("in"), "prod");
        Path out = folder.resolve("out");
        assertThat(Typed.in(folder, "compile", in, "--output-dir", out).err())
                .contains("2 written, 0 unchanged, 0 removed");
        Policies.file(out, "kustomization.yaml", "resources: []\n");
        assertThat(Typed.in(folder, "compile", in, "--output-dir", out).err())
                .contains("0 written, 2 unchanged, 0 removed");

        Policies.file(in, "shop.yaml", Policies.SHOP.replace("daily: 7", "weekly: 4"));
        assertThat(Typed.in(folder, "compile", in, "--output-dir", out).err())
                .contains("1 written, 1 unchanged, 1 removed");
        assertThat(files(out))
                .containsExactlyInAnyOrder(
                        ".ballast-files",
                        "backupstoragelocation-primary.yaml",
                        "kustomization.yaml",
                        "schedule-shop-weekly.yaml");
        assertThat(files(folder)).noneMatch(name -> name.startsWith(".out"));
    }

    @Test
    void testsOfAlertsAreFilesAndGoWithTheirPolicy() throws IOException {
        Path in = Policies.write(folder.resolve("in"));
        Policies.file(in, "prod.yaml", """
                apiVersion: ballast.dev/v1alpha1
                kind: Environment
                metadata: {name: prod}
                spec: {alerts: {enabled: true, namespace: monitoring}}
                """);
        Typed refused = Typed.in(folder, "compile", in, "--tests");
        assertThat(refused.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("use `--output-dir`");

        Path out = folder.resolve("out");
        Typed typed = Typed.in(folder, "compile", in, "--output-dir", out, "--tests");
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(files(out))
                .contains(
                        "prometheusrule-ballast-shop.yaml",
                        "tests/shop.hours.test.yaml",
                        "tests/shop.rules.yaml",
                        "tests/shop.test.yaml");
        assertThat(Files.readString(out.resolve("tests/shop.rules.yaml"))).startsWith("groups:\n");

        assertThat(Typed.in(folder, "compile", in, "--output-dir", out).err()).contains("3 removed");
        assertThat(files(out))
                .contains("prometheusrule-ballast-shop.yaml")
                .noneMatch(file -> file.startsWith("tests/"));
    }

    @Test
    void aFileOfSomebodyElseIsNeverOverwritten() throws IOException {
        Path in = Policies.write(folder.resolve("in"), "prod");
        Path foreign = Policies.file(folder.resolve("out"), "schedule-shop-daily.yaml", "mine\n");
        Typed typed = Typed.in(folder, "compile", in, "--output-dir", folder.resolve("out"));
        assertThat(typed.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(typed.err()).contains("schedule-shop-daily.yaml");
        assertThat(Files.readString(foreign)).isEqualTo("mine\n");
    }

    @Test
    void aPolicyFromStandardInputIsCompiledToo() {
        Typed typed = Typed.with(Policies.SHOP + "---\n" + Policies.STORE.formatted("prod"), folder, "compile", "-");
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(typed.out()).contains("name: shop-daily");
    }

    @Test
    void namespacesChosenByLabelComeFromAFile() throws IOException {
        Policies.write(folder.resolve("in"), "prod");
        Policies.file(
                folder.resolve("in"),
                "shop.yaml",
                Policies.SHOP.replace("{namespaces: [shop]}", "{namespaceSelector: {matchLabels: {tier: gold}}}"));
        Path namespaces = Policies.file(folder, "namespaces.yaml", """
                apiVersion: v1
                kind: List
                items:
                  - {apiVersion: v1, kind: Namespace, metadata: {name: books, labels: {tier: gold}}}
                  - {apiVersion: v1, kind: Namespace, metadata: {name: games, labels: {tier: iron}}}
                """);
        assertThat(Typed.in(folder, "compile", folder.resolve("in")).err()).contains("select.namespaces-unknown");
        assertThat(Typed.in(folder, "compile", folder.resolve("in"), "--namespaces", namespaces)
                        .out())
                .contains("includedNamespaces:\n      - books\n")
                .doesNotContain("games");
    }

    private static java.util.Set<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
