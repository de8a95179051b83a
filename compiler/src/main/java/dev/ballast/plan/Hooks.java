package dev.ballast.plan;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.hooks.Action;
import dev.ballast.hooks.BuiltInHooks;
import dev.ballast.hooks.HookExpansion;
import dev.ballast.hooks.HookProblem;
import dev.ballast.hooks.HookRecipe;
import dev.ballast.hooks.OnError;
import dev.ballast.hooks.Param;
import dev.ballast.hooks.RecipeStep;
import dev.ballast.policy.Hook;
import dev.ballast.policy.HookTemplate;
import dev.ballast.policy.PolicySet;
import dev.ballast.policy.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hooks with their templates expanded. */
public final class Hooks {
    private final PolicySet set;
    private final List<Diagnostic> findings;

    Hooks(PolicySet set, List<Diagnostic> findings) {
        this.set = set;
        this.findings = findings;
    }

    /** The enabled hooks whose template is known and whose parameters fit. */
    List<HookPlan> of(Terms terms, Effective effective) {
        var plans = new ArrayList<HookPlan>();
        for (Hook hook : terms.hooks()) {
            if (hook.enabled()) {
                recipe(hook).flatMap(recipe -> expand(hook, recipe, effective)).ifPresent(plans::add);
            }
        }
        return List.copyOf(plans);
    }

    /** The recipe that a template's name stands for: a HookTemplate that was read, or a built-in one. */
    public static Optional<HookRecipe> recipe(PolicySet set, String template) {
        return set.templates().stream()
                .filter(known -> known.name().equals(template))
                .findFirst()
                .map(Hooks::recipe)
                .or(() -> BuiltInHooks.find(template));
    }

    private Optional<HookRecipe> recipe(Hook hook) {
        String template = hook.template();
        return template == null
                ? Optional.of(new HookRecipe(hook.name(), "", Map.of(), steps(hook.pre()), steps(hook.post()), false))
                : recipe(set, template);
    }

    private static HookRecipe recipe(HookTemplate template) {
        var params = new LinkedHashMap<String, Param>();
        template.params().forEach((name, param) -> params.put(name, new Param(param.description(), param.fallback())));
        return new HookRecipe(
                template.name(), template.description(), params, steps(template.pre()), steps(template.post()), false);
    }

    private static List<RecipeStep> steps(List<Hook.Step> steps) {
        return steps.stream()
                .map(step -> new RecipeStep(
                        step.container(),
                        action(step),
                        step.timeout(),
                        step.failOnError() ? OnError.FAIL : OnError.CONTINUE))
                .toList();
    }

    private static Action action(Hook.Step step) {
        List<String> command = step.command();
        return command == null
                ? new Action.Script(step.script() == null ? "" : step.script())
                : new Action.Argv(command);
    }

    private Optional<HookPlan> expand(Hook hook, HookRecipe recipe, Effective effective) {
        HookExpansion.Result result = HookExpansion.expand(recipe, hook.params());
        if (result instanceof HookExpansion.Result.Steps steps) {
            return Optional.of(new HookPlan(hook, steps.pre(), steps.post(), recipe.freezes()));
        }
        if (result instanceof HookExpansion.Result.Refused refused) {
            refused.problems().forEach(problem -> findings.add(finding(hook, problem, effective)));
        }
        return Optional.empty();
    }

    private static Diagnostic finding(Hook hook, HookProblem problem, Effective effective) {
        String pointer = "/hooks/" + hook.index();
        if (problem instanceof HookProblem.UnknownParam unknown) {
            return Diagnostic.error(
                            "hook.unknown-parameter",
                            effective
                                    .place(pointer + "/params/" + unknown.param())
                                    .key(),
                            problem.message())
                    .help(problem.help());
        }
        String rule = problem instanceof HookProblem.MissingParam ? "hook.missing-parameter" : "hook.invalid-parameter";
        return Diagnostic.error(rule, effective.place(pointer), problem.message())
                .help(problem.help());
    }
}
