package dev.ballast.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInHooksTest {
    static Stream<HookRecipe> recipes() {
        return BuiltInHooks.all().stream();
    }

    @Test
    void theseRecipesShip() {
        assertThat(BuiltInHooks.all())
                .extracting(HookRecipe::name)
                .containsExactly(
                        "postgres-checkpoint",
                        "postgres-dump",
                        "mysql-dump",
                        "mysql-flush-tables",
                        "mariadb-dump",
                        "mongodb-fsync-lock",
                        "redis-bgsave",
                        "elasticsearch-flush",
                        "opensearch-flush",
                        "etcd-snapshot",
                        "filesystem-freeze");
        assertThat(BuiltInHooks.find("redis-bgsave"))
                .contains(BuiltInHooks.all().get(6));
        assertThat(BuiltInHooks.find("redis")).isEmpty();
    }

    @Test
    void theseFreeze() {
        assertThat(BuiltInHooks.all().stream().filter(HookRecipe::freezes).map(HookRecipe::name))
                .containsExactly("mysql-flush-tables", "mongodb-fsync-lock", "filesystem-freeze");
    }

    /** Velero skips the thaw after a freeze that failed with Fail, so a freeze goes on, and ends by itself. */
    @Test
    void aFreezeIsAlwaysThawed() {
        assertThat(BuiltInHooks.all().stream().filter(HookRecipe::freezes)).allSatisfy(recipe -> {
            assertThat(recipe.steps()).extracting(RecipeStep::onError).containsOnly(OnError.CONTINUE);
            assertThat(recipe.params()).containsKey("maxFreeze");
        });
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void aDumpHasTimeAndMustSucceed(HookRecipe recipe) {
        var steps = Recipes.expand(recipe, Recipes.required(recipe));
        if (recipe.params().containsKey("directory")) {
            assertThat(steps.pre()).allSatisfy(step -> {
                assertThat(step.timeout()).isGreaterThanOrEqualTo(Duration.ofMinutes(15));
                assertThat(step.onError()).isEqualTo(OnError.FAIL);
            });
        }
        assertThat(Stream.concat(steps.pre().stream(), steps.post().stream())).allSatisfy(step -> {
            assertThat(step.container()).isNotNull();
            assertThat(step.timeout()).isGreaterThan(RecipeStep.DEFAULT_TIMEOUT);
        });
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void noParameterTakesASecret(HookRecipe recipe) {
        assertThat(recipe.params().keySet()).noneMatch(name -> name.matches("(?i).*(password|secret|token)"));
        assertThat(recipe.description()).contains("Use it").endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void theDefaultsAreAScript(HookRecipe recipe) {
        checkSyntax(recipe, Recipes.required(recipe));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void everySwitchedOnOptionIsAScript(HookRecipe recipe) {
        checkSyntax(recipe, everything(recipe, "value"));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void nastyValuesAreAScript(HookRecipe recipe) {
        Recipes.NASTY.forEach(nasty -> checkSyntax(recipe, everything(recipe, nasty)));
    }

    /** Every parameter that may hold any text holds the nasty one, also as part of a path. */
    static Map<String, String> everything(HookRecipe recipe, String nasty) {
        var values = new HashMap<String, String>();
        recipe.params().forEach((name, param) -> {
            switch (param.kind()) {
                case TEXT -> values.put(name, name.equals("container") ? "db" : nasty);
                case PATH -> values.put(name, "/" + nasty);
                case PORT -> values.put(name, "65535");
                case VARIABLE -> values.put(name, "_X1");
                case DURATION -> values.put(name, "1h1m1s");
            }
        });
        return values;
    }

    private void checkSyntax(HookRecipe recipe, Map<String, String> values) {
        var steps = Recipes.expand(recipe, values);
        Stream.concat(steps.pre().stream(), steps.post().stream())
                .filter(step -> step.command().get(0).equals("/bin/sh"))
                .forEach(step -> {
                    String script = step.command().get(2);
                    for (String shell : List.of("sh", "dash", "bash")) {
                        Sh.run(List.of(shell, "-n", "-c", asAscii(script)), Map.of())
                                .succeeded();
                    }
                });
    }

    /** A process of a JVM in the C locale gets no other arguments; to the shell's grammar a letter is a letter. */
    private static String asAscii(String script) {
        return script.replaceAll("[^\\x00-\\x7f]", "u");
    }
}
