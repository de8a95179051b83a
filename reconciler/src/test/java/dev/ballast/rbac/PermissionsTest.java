package dev.ballast.rbac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ballast.cluster.Watched;
import dev.ballast.rbac.Permission.Scope;
import dev.ballast.rbac.Permission.Verb;
import dev.ballast.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the reconciler may do: what it needs, and no more. */
class PermissionsTest {
    private static final Path PAGE = Path.of("../docs/permissions.md");
    private static final String BEGIN = "<!-- made from the list that `ballast rbac` writes -->\n";

    @Test
    void whatIsWatchedMayBeListedAndWatchedAndNothingElse() {
        Set<String> watched = Stream.concat(Watched.OBSERVED.stream(), Watched.LANGUAGE.stream())
                .map(kind -> (kind.namespaced() ? Scope.NAMESPACE : Scope.CLUSTER) + " " + kind.group() + "/"
                        + kind.plural())
                .collect(Collectors.toSet());
        assertThat(may(Verb.LIST)).isEqualTo(watched);
        assertThat(may(Verb.WATCH)).isEqualTo(watched);
    }

    @Test
    void nothingIsPermittedTwice() {
        List<String> all = Permissions.ALL.stream()
                .flatMap(permission ->
                        permission.resources().stream().map(resource -> permission.group() + "/" + resource))
                .toList();
        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void backupsAreNeitherMadeNorDeletedAndSecretsNotRead() {
        assertThat(may(Verb.DELETE))
                .containsExactlyInAnyOrder(
                        "NAMESPACE velero.io/schedules",
                        "NAMESPACE velero.io/backupstoragelocations",
                        "NAMESPACE velero.io/volumesnapshotlocations",
                        "NAMESPACE /configmaps");
        assertThat(may(Verb.CREATE)).noneMatch(resource -> resource.endsWith("/backups"));
        for (Verb verb : Verb.values()) {
            assertThat(may(verb)).noneMatch(resource -> resource.contains("secrets") || resource.contains("*"));
        }
    }

    @Test
    void inTheWholeClusterOnlyNamespacesAndSnapshotsAreRead() {
        assertThat(Permissions.ALL)
                .filteredOn(permission -> permission.scope() == Scope.CLUSTER)
                .flatExtracting(Permission::resources)
                .containsExactly("namespaces", "volumesnapshotcontents");
    }

    @Test
    void aNameThatIsNoneIsRefused() {
        assertThatThrownBy(() -> RbacManifests.yaml("velero", "Ballast: x", Permissions.ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no name of a namespace and an account: velero, Ballast: x");
    }

    @Test
    void thePageListsThemAll() throws IOException {
        String actual = Files.readString(PAGE);
        int from = actual.indexOf(BEGIN) + BEGIN.length();
        String expected = actual.substring(0, from) + table() + actual.substring(actual.indexOf("\n\n", from));
        assertThat(actual).contains(BEGIN);
        Golden.check(PAGE, expected);
    }

    private static String table() {
        return "| where | group | resources | verbs | so that it |\n|---|---|---|---|---|\n"
                + Permissions.ALL.stream().map(PermissionsTest::row).collect(Collectors.joining("\n"));
    }

    private static String row(Permission permission) {
        return "| %s | %s | %s | %s | %s |"
                .formatted(
                        permission.scope() == Scope.CLUSTER ? "cluster" : "namespace",
                        permission.group().isEmpty() ? "–" : "`" + permission.group() + "`",
                        permission.resources().stream()
                                .map(resource -> "`" + resource + "`")
                                .collect(Collectors.joining(", ")),
                        permission.verbs().stream()
                                .map(verb -> verb.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")),
                        permission.why());
    }

    private static Set<String> may(Verb verb) {
        var may = new HashSet<String>();
        for (Permission permission : Permissions.ALL) {
            if (permission.verbs().contains(verb)) {
                permission
                        .resources()
                        .forEach(resource -> may.add(permission.scope() + " " + permission.group() + "/" + resource));
            }
        }
        return may;
    }
}
