package dev.ballast.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HookExpansionTest {
    private static final Action ECHO = new Action.Argv(List.of("echo", "<$(params.x)>", "$(date)"));

    @Test
    void anArgumentTakesTheValueAsItIs() {
        var steps = Recipes.expand(Recipes.user(ECHO), Map.of("x", "it's $(params.x)"));
        assertThat(steps.pre())
                .containsExactly(new HookStep(
                        null, List.of("echo", "<it's $(params.x)>", "$(date)"), Duration.ofSeconds(30), OnError.FAIL));
        assertThat(steps.post()).isEmpty();
    }

    @Test
    void anOptionWithoutAValueCanBeLeftOut() {
        var optional = Recipes.user(new Action.Argv(List.of("echo", "", "--x=$(params.x)"), true));
        assertThat(Recipes.expand(optional, Map.of("x", "")).pre().get(0).command())
                .containsExactly("echo", "");
        assertThat(Recipes.expand(optional, Map.of("x", "1")).pre().get(0).command())
                .containsExactly("echo", "", "--x=1");
        assertThat(Recipes.expand(Recipes.user(ECHO), Map.of("x", ""))
                        .pre()
                        .get(0)
                        .command())
                .containsExactly("echo", "<>", "$(date)");
    }

    @Test
    void aScriptTakesAQuotedWordAndKeepsTheShellsOwn() {
        assertThat(Recipes.expand(
                                Recipes.user(new Action.Script("echo $(params.x) $(date) \"$(params.x)\"")),
                                Map.of("x", "it's"))
                        .pre()
                        .get(0)
                        .command())
                .containsExactly("/bin/sh", "-c", "echo 'it'\\''s' $(date) \"\"'it'\\''s'\"\"");
    }

    @Test
    void containerAndTimeoutAreExpandedToo() {
        var recipe = new HookRecipe(
                "own",
                "",
                Map.of("c", new Param("container", ""), "t", new Param("timeout", "1h30m")),
                List.of(new RecipeStep(
                        "$(params.c)", new Action.Argv(List.of("true")), "$(params.t)", OnError.CONTINUE)),
                List.of(),
                false);
        assertThat(Recipes.expand(recipe, Map.of()).pre())
                .containsExactly(new HookStep(null, List.of("true"), Duration.ofMinutes(90), OnError.CONTINUE));
        assertThat(Recipes.expand(recipe, Map.of("c", "db", "t", "90s")).pre())
                .containsExactly(new HookStep("db", List.of("true"), Duration.ofSeconds(90), OnError.CONTINUE));
        assertThat(Recipes.refuse(recipe, Map.of("c", "Not A Name", "t", "0s")))
                .containsExactly(
                        new HookProblem.InvalidValue("/pre/0/container", "Not A Name", "the name of a container"),
                        new HookProblem.InvalidValue("/pre/0/timeout", "0s", Param.Kind.DURATION.expected()));
    }

    @Test
    void whatIsUnknownMissingOrUndeclaredIsSaidAtOnce() {
        var recipe = Recipes.user(new Action.Argv(List.of("$(params.y)", "$(params.x)", "$(params.y)")));
        assertThat(Recipes.refuse(recipe, Map.of("z", "1", "a", "2")))
                .containsExactly(
                        new HookProblem.UnknownParam("own", "a", List.of("x")),
                        new HookProblem.UnknownParam("own", "z", List.of("x")),
                        new HookProblem.MissingParam("own", "x", "anything"),
                        new HookProblem.UndeclaredReference("/pre/0/command/0", "y"),
                        new HookProblem.UndeclaredReference("/pre/0/command/2", "y"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "cat <<E{N}$(params.x){N}E | a here-document | 2 | 1",
                "echo `id` $(params.x) | a command in backticks | 1 | 1",
                "echo \"`echo $(params.x)`\" | a command in backticks | 1 | 1",
                "echo $'a' $(params.x) | the quotes `$'…'` | 1 | 1",
                "echo $((1 + $(params.x))) | an arithmetic expansion | 1 | 1",
                "echo $[1]{N}echo $(params.x) | an arithmetic expansion | 2 | 1",
                "((y = 1)){N}echo $(params.x) | an arithmetic command | 2 | 1",
                "y=(a $(params.x)) | an array | 1 | 1",
                "echo ${y:-$(params.x)} | an expansion `${…}` with quotes or expansions inside | 1 | 1",
                "echo \"${y:-'}\"{N}echo $(params.x) | an expansion `${…}` with quotes or expansions inside | 2 | 1",
                "y=$(case a in a) id;; esac) $(params.x) | a `case` inside `$(…)` | 1 | 1",
                "y=1{N}echo a\\{N}b $(params.x) | a word continued on the next line | 3 | 2",
            })
    void aPlaceWhoseQuotingIsUncertainIsRefused(String text, String construct, int line, int begins) {
        assertThat(Recipes.refuse(Recipes.user(new Action.Script(text.replace("{N}", "\n"))), Map.of("x", "v")))
                .containsExactly(new HookProblem.UnsafePlace("/pre/0/script", "x", line, construct, begins));
    }

    @Test
    void aReferenceBeforeAnUncertainPlaceIsSafe() {
        assertThat(Recipes.script("x=$(params.x)\ncat <<E\n$x\nE\n", "a b")).isEqualTo("x='a b'\ncat <<E\n$x\nE\n");
    }

    @Test
    void aCommentKeepsItsText() {
        assertThat(Recipes.script("true # $(params.x)\necho a#$(params.x)", "v\nid"))
                .isEqualTo("true # $(params.x)\necho a#'v\nid'");
    }

    @Test
    void anEscapedReferenceIsNone() {
        assertThat(Recipes.script("echo \"\\$(params.x)\" $$(params.x)", "v"))
                .isEqualTo("echo \"\\$(params.x)\" $$(params.x)");
    }

    @Test
    void aValueMustSuitItsKind() {
        var values = Map.of(
                "port", "http", "passwordVariable", "hunter 2", "passwordFile", "secret", "timeout", "5 minutes");
        assertThat(Recipes.refuse(Recipes.builtIn("redis-bgsave"), values))
                .extracting(HookProblem::message)
                .containsExactly(
                        "`params/passwordVariable` is `hunter 2`, expected the name of an environment variable",
                        "`params/passwordFile` is `secret`, expected an absolute path",
                        "`params/port` is `http`, expected a port number",
                        "`params/timeout` is `5 minutes`, expected a duration such as `90s`, `10m` or `1h30m`");
        assertThat(Recipes.refuse(Recipes.user(ECHO), Map.of("x", "a\0b")))
                .containsExactly(new HookProblem.InvalidValue("params/x", "a\0b", "text without NUL"));
    }

    @Test
    void problemsAreWordedAsFindings() {
        var problems = List.of(
                new HookProblem.UnknownParam("own", "a", List.of("x", "y")),
                new HookProblem.UnknownParam("own", "a", List.of()),
                new HookProblem.MissingParam("own", "x", "anything"),
                new HookProblem.UndeclaredReference("/pre/0/script", "y"),
                new HookProblem.UnsafePlace("/pre/0/script", "my-x", 3, "a here-document", 2));
        assertThat(problems.stream().map(p -> p.message() + "\n  help: " + p.help()))
                .containsExactly(
                        "`a` is not a parameter of hook template `own`\n  help: use one of `x`, `y`, or remove it",
                        "`a` is not a parameter of hook template `own`\n  help: remove it: the template takes no parameters",
                        "hook template `own` requires parameter `x`, and none is given\n  help: add `params: {x: …}` (anything)",
                        "`$(params.y)` refers to a parameter that the template does not declare\n  help: declare `y` under `spec.params`",
                        "`$(params.my-x)` in line 3 of the script stands in or after a here-document (line 2), where its quoting cannot be"
                                + " followed\n  help: assign it to a variable in the script's first lines, `my_x=$(params.my-x)`, and use"
                                + " `\"$my_x\"` here");
    }

    @Test
    void impossibleValuesDoNotExist() {
        var second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new HookStep("c", List.of(), second, OnError.FAIL))
                .hasMessageContaining("command");
        assertThatThrownBy(() -> new HookStep("c", List.of("x"), Duration.ZERO, OnError.FAIL))
                .hasMessageContaining("timeout");
        assertThatThrownBy(() -> new HookStep("", List.of("x"), second, OnError.FAIL))
                .hasMessageContaining("container");
        assertThatThrownBy(() -> new Param("d", "never", Param.Kind.DURATION)).hasMessageContaining("never");
        var step = List.of(new RecipeStep(null, ECHO, second, OnError.FAIL));
        assertThatThrownBy(() -> new HookRecipe("r", "", Map.of(), step, List.of(), true))
                .hasMessageContaining("thaw");
    }
}
