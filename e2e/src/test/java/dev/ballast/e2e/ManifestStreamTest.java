package dev.ballast.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestStreamTest {
    @TempDir
    Path goldens;

    @Test
    void takesTheVersionFromTheEnvironmentAndLeavesPatchesOut() throws IOException {
        write(
                "one daily policy/in/policy.yaml",
                "kind: BackupPolicy\n---\nkind: Environment\nspec: {velero: {version: '1.16'}}\n");
        write("one daily policy/out/schedule.yaml", "kind: Schedule\nmetadata: {namespace: velero}\n");
        write("one daily policy/out/databases/backup.yaml", "kind: ScheduledBackup\nmetadata: {namespace: shop}\n");
        write("one daily policy/out/patches/patch.yaml", "kind: Cluster\nmetadata: {namespace: patched}\n");

        List<ManifestStream> found = ManifestStream.compiled(goldens).toList();

        assertThat(found).hasSize(1);
        assertThat(found.get(0)).hasToString("one daily policy for Velero 1.16");
        assertThat(found.get(0).objects()).hasSize(2);
        assertThat(found.get(0).namespaces()).containsExactly("shop", "velero");
    }

    @Test
    void takesTheNewestVeleroWithoutEnvironment() throws IOException {
        write("bare/in/policy.yaml", "kind: BackupPolicy\n");
        write("bare/out/schedule.yaml", "kind: Schedule\n");

        assertThat(ManifestStream.compiled(goldens))
                .extracting(ManifestStream::velero)
                .containsExactly("1.18.3");
    }

    @Test
    void refusesToGuessBetweenVersions() throws IOException {
        write("two/in/a.yaml", "kind: Environment\nspec: {velero: {version: 1.14.0}}\n");
        write("two/in/b.yaml", "kind: Environment\nspec: {velero: {version: 1.18.3}}\n");
        write("two/out/schedule.yaml", "kind: Schedule\n");

        assertThatThrownBy(() -> ManifestStream.compiled(goldens).toList())
                .hasMessageContaining("names several versions of Velero: [1.14.0, 1.18.3]");
    }

    private void write(String file, String text) throws IOException {
        Path path = goldens.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
