package dev.ballast.velero;

import dev.ballast.testing.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about providers is made from what is known of them and from a golden case. */
class ProvidersPageTest {
    private static final Path PAGE = Path.of("../docs/providers.md");
    private static final Path CASE = Path.of("src/test/resources/golden/compile/a-location-for-every-provider");

    @Test
    void thePageShowsEachProviderAsItIsCompiled() throws IOException {
        Golden.check(PAGE, page());
    }

    private static String page() {
        return """
                # Providers

                A BackupStore becomes a BackupStorageLocation of Velero. The provider decides which plugin serves it, where its endpoint is and which settings
                the plugin must be told; what a store says in `config` wins over those. Credentials are only ever named, never contained: `credential` is a key
                of a Secret in Velero's namespace, and is left out with workload identity.

                Most S3-compatible stores cannot take the checksums that the AWS SDK sends by default. An empty `checksumAlgorithm` switches them off; the key must be there.

                | provider | plugin | must be given | endpoint |
                |---|---|---|---|
                """
                + Stream.of(Provider.values()).map(ProvidersPageTest::row).collect(Collectors.joining())
                + Stream.of(Provider.values()).map(ProvidersPageTest::section).collect(Collectors.joining())
                + Stream.of(Provider.Plugin.values())
                        .map(ProvidersPageTest::keys)
                        .collect(Collectors.joining("", """

                        ## Keys of `config`
                        One key that the plugin does not know makes the whole location unavailable, so Ballast checks them.

                        | plugin | of a BackupStore | of a snapshot location |
                        |---|---|---|
                        """, ""));
    }

    private static String row(Provider provider) {
        return "| [`%1$s`](#%1$s) | %2$s | %3$s | %4$s |\n"
                .formatted(
                        provider.word(),
                        provider.plugin().word(),
                        code(Stream.concat(Stream.of("bucket"), provider.requiredFields().stream())
                                .toList()),
                        endpoint(provider));
    }

    private static String endpoint(Provider provider) {
        if (!provider.endpointPattern().isEmpty()) {
            return "`" + provider.endpointPattern() + "`";
        }
        return provider.requiredFields().contains("endpoint") ? "must be given" : "known to the plugin";
    }

    private static String section(Provider provider) {
        return "\n## %s\n```yaml\n%s```\nbecomes\n```yaml\n%s```\n"
                .formatted(provider.word(), written(provider), emitted(provider));
    }

    private static String written(Provider provider) {
        return Stream.of(text(CASE.resolve("in/policies.yaml")).split("(?m)^---\n"))
                .filter(document ->
                        document.contains("kind: BackupStore") && document.contains("name: " + provider.word() + "}"))
                .findFirst()
                .orElseThrow()
                .replaceFirst("(?s).*?(?=spec:)", "");
    }

    private static String emitted(Provider provider) {
        String manifest = text(CASE.resolve("out/backupstoragelocation-%s.yaml".formatted(provider.word())));
        return manifest.substring(manifest.indexOf("spec:"));
    }

    private static String keys(Provider.Plugin plugin) {
        return "| %s | %s | %s |\n"
                .formatted(
                        plugin.word(),
                        code(List.copyOf(new TreeSet<>(plugin.storeKeys()))),
                        code(List.copyOf(new TreeSet<>(plugin.snapshotKeys()))));
    }

    private static String code(List<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
