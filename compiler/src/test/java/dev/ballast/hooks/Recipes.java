package dev.ballast.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Recipes and values to try them with. */
final class Recipes {
    static final List<String> NASTY = List.of(
            "it's",
            "''",
            "\"; touch owned; \"",
            "a b  c",
            "line one\nline two\n",
            "$(touch owned)",
            "`touch owned`",
            "${HOME} $HOME $$",
            "\\",
            "\\'",
            "*",
            "-rf",
            "#no comment",
            "$(params.user)",
            "Zürich 北京 🐘",
            "!history",
            "~root",
            "[=user] ${user} <#if>",
            "\t\r");

    private Recipes() {}

    static HookRecipe builtIn(String name) {
        return BuiltInHooks.find(name).orElseThrow();
    }

    static HookExpansion.Result.Steps expand(HookRecipe recipe, Map<String, String> params) {
        var result = HookExpansion.expand(recipe, params);
        assertThat(result).isInstanceOf(HookExpansion.Result.Steps.class);
        return (HookExpansion.Result.Steps) result;
    }

    static List<HookProblem> refuse(HookRecipe recipe, Map<String, String> params) {
        var result = HookExpansion.expand(recipe, params);
        assertThat(result).isInstanceOf(HookExpansion.Result.Refused.class);
        return ((HookExpansion.Result.Refused) result).problems();
    }

    /** Values for the required parameters only, as the documentation shows them. */
    static Map<String, String> required(HookRecipe recipe) {
        var examples = Map.of("directory", "/backup", "mountPath", "/data");
        var values = new HashMap<String, String>();
        recipe.params().forEach((name, param) -> {
            if (param.required()) {
                values.put(name, examples.getOrDefault(name, "value"));
            }
        });
        return values;
    }

    /** A template of a user's with one parameter, {@code x}, and one step. */
    static HookRecipe user(Action action) {
        return new HookRecipe(
                "own",
                "",
                Map.of("x", new Param("anything", null)),
                List.of(new RecipeStep(null, action, RecipeStep.DEFAULT_TIMEOUT, OnError.FAIL)),
                List.of(),
                false);
    }

    static String script(String text, String value) {
        return expand(user(new Action.Script(text)), Map.of("x", value))
                .pre()
                .get(0)
                .command()
                .get(2);
    }

    /** Any text that a process can be given. */
    static Arbitrary<String> values() {
        return Arbitraries.oneOf(
                        Arbitraries.of(NASTY),
                        Arbitraries.strings().ofMaxLength(30),
                        Arbitraries.strings()
                                .withChars("'\"\\$`(){}[]<>|&;#*?~! \n\tab=")
                                .ofMaxLength(30))
                .filter(text -> text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c)));
    }
}
