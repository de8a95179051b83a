package dev.ballast.hooks;

import dev.ballast.policy.Quantities;
import dev.ballast.text.TextTemplates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A recipe and values for its parameters, turned into the steps that Velero runs. */
public final class HookExpansion {
    private static final TextTemplates TEMPLATES = new TextTemplates();
    private static final String CONTAINER_NAME = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";

    private final HookRecipe recipe;
    private final Map<String, String> values;
    private final List<HookProblem> problems = new ArrayList<>();

    private HookExpansion(HookRecipe recipe, Map<String, String> values) {
        this.recipe = recipe;
        this.values = values;
    }

    /** What came of it. */
    public sealed interface Result {
        /** The steps of both phases, in the order in which they run. */
        record Steps(List<HookStep> pre, List<HookStep> post) implements Result {
            public Steps {
                pre = List.copyOf(pre);
                post = List.copyOf(post);
            }
        }

        /** Everything that is wrong; at least one problem. */
        record Refused(List<HookProblem> problems) implements Result {
            public Refused {
                problems = List.copyOf(problems);
                if (problems.isEmpty()) {
                    throw new IllegalArgumentException("a refusal needs a problem");
                }
            }
        }
    }

    /**
     * Fills in the parameters. Values are put in once and never looked at again: a value that holds {@code $(params.x)} stays as it is.
     *
     * <p>In a script a value is one shell word wherever the shell reads it, and a place where that cannot be promised is refused. What a
     * script then hands to a second interpreter ({@code eval}, {@code sh -c}, SQL) is the script's own affair.
     */
    public static Result expand(HookRecipe recipe, Map<String, String> params) {
        var expansion = new HookExpansion(recipe, new HashMap<>());
        expansion.bind(params);
        List<HookStep> pre = expansion.steps("/pre", recipe.pre());
        List<HookStep> post = expansion.steps("/post", recipe.post());
        return expansion.problems.isEmpty()
                ? new Result.Steps(pre, post)
                : new Result.Refused(expansion.problems.stream().distinct().toList());
    }

    private void bind(Map<String, String> given) {
        given.keySet().stream()
                .filter(name -> !recipe.params().containsKey(name))
                .sorted()
                .forEach(name -> problems.add(new HookProblem.UnknownParam(
                        recipe.name(), name, List.copyOf(recipe.params().keySet()))));
        recipe.params().forEach((name, param) -> bind(name, param, given.get(name)));
    }

    private void bind(String name, Param param, @Nullable String given) {
        String value = given == null ? param.defaultValue() : given;
        if (value == null) {
            problems.add(new HookProblem.MissingParam(recipe.name(), name, param.description()));
        } else if (!param.kind().accepts(value)) {
            problems.add(new HookProblem.InvalidValue(
                    "params/" + name, value, param.kind().expected()));
        } else {
            values.put(name, value);
        }
    }

    private List<HookStep> steps(String phase, List<RecipeStep> steps) {
        var expanded = new ArrayList<HookStep>();
        for (int i = 0; i < steps.size(); i++) {
            step(phase + "/" + i, steps.get(i)).ifPresent(expanded::add);
        }
        return expanded;
    }

    private Optional<HookStep> step(String where, RecipeStep step) {
        int before = problems.size();
        String container = step.container() == null ? "" : literal(where + "/container", step.container());
        String timeout = literal(where + "/timeout", step.timeout());
        List<String> command = command(where, step.action());
        // A value that is missing leaves holes in every text that uses it; only whole texts are worth judging.
        if (problems.size() > before
                || !values.keySet().containsAll(recipe.params().keySet())) {
            return Optional.empty();
        }
        check(
                container.isEmpty() || container.matches(CONTAINER_NAME),
                where + "/container",
                container,
                "the name of a container");
        check(Param.Kind.DURATION.accepts(timeout), where + "/timeout", timeout, Param.Kind.DURATION.expected());
        check(!command.get(0).isEmpty(), where + "/command/0", command.get(0), "a program");
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new HookStep(
                        container.isEmpty() ? null : container,
                        command,
                        Quantities.duration(timeout).orElseThrow(),
                        step.onError()));
    }

    private void check(boolean holds, String where, String value, String expected) {
        if (!holds) {
            problems.add(new HookProblem.InvalidValue(where, value, expected));
        }
    }

    private List<String> command(String where, Action action) {
        if (action instanceof Action.Argv argv) {
            return arguments(where + "/command/", argv);
        }
        return List.of(
                "/bin/sh",
                "-c",
                action instanceof Action.Script script
                        ? script(where + "/script", script.text())
                        : shipped((Action.Template) action));
    }

    private List<String> arguments(String where, Action.Argv argv) {
        var arguments = new ArrayList<String>();
        for (int i = 0; i < argv.command().size(); i++) {
            String text = argv.command().get(i);
            String argument = literal(where + i, text);
            if (!argv.leaveOutEmpty() || !carriesNothing(text)) {
                arguments.add(argument);
            }
        }
        return arguments;
    }

    private boolean carriesNothing(String text) {
        List<String> names = References.in(text);
        return !names.isEmpty()
                && names.stream().allMatch(name -> values.getOrDefault(name, "").isEmpty());
    }

    private String literal(String where, String text) {
        return References.replaceAll(text, name -> value(where, name));
    }

    private String script(String where, String text) {
        return new ScriptText(text, where, name -> value(where, name), problems::add).expand();
    }

    private String value(String where, String name) {
        if (!recipe.params().containsKey(name)) {
            problems.add(new HookProblem.UndeclaredReference(where, name));
        }
        return values.getOrDefault(name, "");
    }

    private String shipped(Action.Template template) {
        if (!values.keySet().containsAll(recipe.params().keySet())) {
            return "";
        }
        Map<String, String> model = recipe.params().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> inModel(e.getValue(), values.getOrDefault(e.getKey(), "")),
                        (a, b) -> b,
                        LinkedHashMap::new));
        model.putAll(template.constants());
        return TEMPLATES.script("hooks/" + template.file(), model);
    }

    private static String inModel(Param param, String value) {
        return param.kind() == Param.Kind.DURATION
                ? Long.toString(Quantities.duration(value).orElseThrow().toSeconds())
                : value;
    }
}
