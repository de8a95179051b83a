package dev.ballast.hooks;

import dev.ballast.policy.Quantities;
import dev.ballast.testing.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about the recipes is made from the recipes. */
class HooksPageTest {
    private static final Path PAGE = Path.of("../docs/hooks.md");

    @Test
    void thePageShowsTheRecipesAsTheyAre() throws IOException {
        Golden.check(PAGE, page());
    }

    private static String page() {
        return """
                # Hook recipes

                A policy uses a recipe by name: `hooks: [{use: postgres-checkpoint, selector: {matchLabels: {app: postgres}}}]`. Everything
                below is written out in the Schedule, or in a workload's annotations: Velero knows nothing of recipes.

                - A password is never a parameter. It stays in the pod, in an environment variable or a file whose name is the parameter.
                - `onError: Fail` marks what the backup is no good without. A freeze and its thaw say `Continue`: after a pre hook that failed
                  with `Fail`, Velero skips the thaw and captures the volumes all the same. With both words the backup ends as PartiallyFailed.
                - A freeze ends by itself after `maxFreeze`. A thaw that comes later than that fails, so that the backup does not look good.
                - Velero stops waiting after the timeout, but the command runs on. Scripts give up a few seconds earlier by themselves where
                  they wait for something.
                - Use a freeze with volume snapshots, never with file-system backups: these hold the application for the whole upload.

                | recipe | freezes | needs in the container |
                |---|---|---|
                """
                + BuiltInHooks.all().stream().map(HooksPageTest::row).collect(Collectors.joining())
                + BuiltInHooks.all().stream().map(HooksPageTest::section).collect(Collectors.joining());
    }

    private static String row(HookRecipe recipe) {
        return "| [`%1$s`](#%1$s) | %2$s | %3$s |\n"
                .formatted(recipe.name(), recipe.freezes() ? "yes" : "no", NEEDS.get(recipe.name()));
    }

    private static final Map<String, String> NEEDS = Map.ofEntries(
            Map.entry("postgres-checkpoint", "`psql`"),
            Map.entry("postgres-dump", "`pg_dump` and `pg_restore`, or `pg_dumpall`"),
            Map.entry("mysql-dump", "`mysqldump`"),
            Map.entry("mysql-flush-tables", "`mysql` or `mariadb`"),
            Map.entry("mariadb-dump", "`mariadb-dump`"),
            Map.entry("mongodb-fsync-lock", "`mongosh`"),
            Map.entry("redis-bgsave", "`redis-cli` 5 or newer"),
            Map.entry("elasticsearch-flush", "`curl`"),
            Map.entry("opensearch-flush", "`curl`"),
            Map.entry("etcd-snapshot", "`etcdctl` 3.4 or newer; no shell"),
            Map.entry("filesystem-freeze", "`fsfreeze`, and the right to use it (privileged)"));

    private static String section(HookRecipe recipe) {
        var steps = Recipes.expand(recipe, Recipes.required(recipe));
        return "\n## %s\n\n%s\n\n".formatted(recipe.name(), recipe.description().replace(" Use it", "\n\nUse it"))
                + "| parameter | default | is |\n|---|---|---|\n"
                + recipe.params().entrySet().stream()
                        .map(e -> param(e.getKey(), e.getValue()))
                        .collect(Collectors.joining())
                + phase("Before the backup", steps.pre())
                + phase("After the snapshot", steps.post());
    }

    private static String param(String name, Param param) {
        String value = param.defaultValue();
        String shown = value == null ? "**required**" : value.isEmpty() ? "–" : "`" + value + "`";
        return "| `%s` | %s | %s |\n".formatted(name, shown, param.description());
    }

    private static String phase(String title, List<HookStep> steps) {
        return steps.stream()
                .map(step -> "\n%s, in `%s`, timeout `%s`, onError `%s`:\n\n```sh\n%s\n```\n"
                        .formatted(
                                title,
                                step.container(),
                                Quantities.goText(step.timeout()),
                                step.onError().word(),
                                step.command().get(0).equals("/bin/sh")
                                        ? step.command().get(2).strip()
                                        : String.join(" \\\n  ", step.command())))
                .collect(Collectors.joining());
    }
}
