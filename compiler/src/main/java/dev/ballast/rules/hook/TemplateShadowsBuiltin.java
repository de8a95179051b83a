package dev.ballast.rules.hook;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.hooks.BuiltInHooks;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** A HookTemplate that takes the name of one that ships with Ballast. */
final class TemplateShadowsBuiltin implements Rule.OfFleet {
    @Override
    public String id() {
        return "hook.template-shadows-builtin";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public List<Diagnostic> check(Context context) {
        return context.set().templates().stream()
                .filter(template -> BuiltInHooks.find(template.name()).isPresent())
                .map(template -> at(
                                template.meta().namePlace(),
                                "the template `%s` takes the place of the built-in one of that name, everywhere"
                                        .formatted(template.name()))
                        .help("rename it unless that is meant"))
                .toList();
    }
}
