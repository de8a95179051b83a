package dev.ballast.rules.reference;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.hooks.BuiltInHooks;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A hook template that is neither built in nor declared. */
final class UnknownTemplate implements Rule.OfFleet {
    @Override
    public String id() {
        return "reference.unknown-template";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    /** There is nothing to run. */
    @Override
    public boolean excusable() {
        return false;
    }

    @Override
    public List<Diagnostic> check(Context context) {
        var known = new TreeSet<>(context.set().names("HookTemplate"));
        BuiltInHooks.all().forEach(recipe -> known.add(recipe.name()));
        var found = new ArrayList<Diagnostic>();
        Layers.terms(context.set()).forEach(written -> {
            Place.Field hooks = written.layer().base().child("hooks");
            var list = written.layer().fields().path("hooks");
            for (int i = 0; i < list.size(); i++) {
                Place.Field use = hooks.child(i).child("use");
                check(list.get(i).path("use").asText(), use, written.policy(), known, found);
            }
        });
        Layers.limits(context.set()).forEach(written -> {
            List<String> hooks = written.limits().hooks();
            for (int i = 0; i < hooks.size(); i++) {
                check(hooks.get(i), written.meta().place("/spec/limits/hooks/" + i), null, known, found);
            }
        });
        return found;
    }

    private void check(
            String name, Place.Field place, @Nullable String policy, Set<String> known, List<Diagnostic> found) {
        if (!name.isEmpty() && !known.contains(name)) {
            found.add(at(place, "there is no hook template `%s`, neither built in nor declared".formatted(name))
                    .help(Names.help(name, known, "declare a HookTemplate `%s`".formatted(name)))
                    .about(policy, null));
        }
    }
}
