package dev.ballast.rules.retention;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.BackupPolicy;
import dev.ballast.policy.Layer;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** What a class or an environment says for this environment in particular, replaced whole by what a policy says for all of them. */
final class ClassOverrideSilenced implements Rule.OfPolicy {
    private static final List<String> REPLACED_WHOLE = List.of("/keep", "/size/deltas", "/volumes/rules", "/databases");

    @Override
    public String id() {
        return "retention.class-override-silenced";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        var found = new ArrayList<Diagnostic>();
        for (String pointer : REPLACED_WHOLE) {
            JsonNode own = policy.policy().terms().fields().at(pointer);
            if (!own.isMissingNode() && !isSaidForHere(policy.policy(), environment, pointer)) {
                LocalLayers.below(policy, environment, context).stream()
                        .filter(layer -> !layer.fields().at(pointer).isMissingNode())
                        .filter(layer -> !layer.fields().at(pointer).equals(own))
                        .forEach(layer -> found.add(found(policy.policy(), pointer, layer)));
            }
        }
        return found;
    }

    private Diagnostic found(BackupPolicy policy, String pointer, Layer layer) {
        String field = pointer.substring(1).replace('/', '.');
        Place.Field base = layer.base();
        return at(
                        policy.meta().place("/spec" + pointer).key(),
                        "the policy's own `%s` silences what `%s` says of it".formatted(field, layer.title()))
                .help("say it per environment under `overrides`, or remove `%s` from the policy".formatted(field))
                .related(
                        Place.value(base.source(), base.document(), base.pointer() + pointer)
                                .key(),
                        "this has no effect");
    }

    /** Whoever wrote an override for this environment into the policy knows of it. */
    private static boolean isSaidForHere(BackupPolicy policy, EnvironmentPlan environment, String pointer) {
        return LocalLayers.of(policy.overrides(), environment).stream()
                .anyMatch(layer -> !layer.fields().at(pointer).isMissingNode());
    }
}
