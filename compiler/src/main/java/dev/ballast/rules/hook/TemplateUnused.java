package dev.ballast.rules.hook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.HashSet;
import java.util.List;

/** A HookTemplate that no hook uses, in whatever layer or environment. */
final class TemplateUnused implements Rule.OfFleet {
    @Override
    public String id() {
        return "hook.template-unused";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public List<Diagnostic> check(Context context) {
        if (context.set().templates().isEmpty()) {
            return List.of();
        }
        var used = new HashSet<String>();
        WrittenHooks.layers(context.set()).forEach(layer -> {
            for (JsonNode hook : layer.fields().path("hooks")) {
                used.add(hook.path("use").asText());
            }
        });
        return context.set().templates().stream()
                .filter(template -> !used.contains(template.name()))
                .map(template -> at(
                                template.meta().namePlace(),
                                "no hook uses the template `%s`".formatted(template.name()))
                        .help("use it, or remove it"))
                .toList();
    }
}
